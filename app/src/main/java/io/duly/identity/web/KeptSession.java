package io.duly.identity.web;

import io.duly.identity.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session of one request, which knows what was changed in it since it was read. */
final class KeptSession implements Session {
  private final MapSession values;
  private final Map<String, Optional<Object>> changed = new HashMap<>();
  private @Nullable String storedId;
  private Instant storedSeen;

  private KeptSession(MapSession values, @Nullable String storedId) {
    values.setSessionIdGenerator(Secret::random);
    this.values = values;
    this.storedId = storedId;
    this.storedSeen = values.getLastAccessedTime();
  }

  /** One that is in no database yet. */
  static KeptSession fresh(Instant now) {
    var values = new MapSession(Secret.random());
    values.setCreationTime(now);
    values.setLastAccessedTime(now);
    return new KeptSession(values, null);
  }

  static KeptSession stored(String id, Instant created, Instant seen, Map<String, Object> attributes) {
    var values = new MapSession(id);
    values.setCreationTime(created);
    values.setLastAccessedTime(seen);
    attributes.forEach(values::setAttribute);
    return new KeptSession(values, id);
  }

  /** The id under which it lies in the database; empty where it does not yet. */
  Optional<String> storedId() {
    return Optional.ofNullable(storedId);
  }

  boolean isChanged() {
    return !changed.isEmpty() || !getId().equals(storedId);
  }

  boolean wasSeenLongAgo(Instant now, Duration longEnough) {
    return Duration.between(storedSeen, now).compareTo(longEnough) >= 0;
  }

  /** What was set or, where empty, removed. */
  Map<String, Optional<Object>> changed() {
    return Collections.unmodifiableMap(changed);
  }

  void isStored(Instant seen) {
    storedId = getId();
    storedSeen = seen;
    changed.clear();
  }

  @Override
  public String getId() {
    return values.getId();
  }

  @Override
  public String changeSessionId() {
    return values.changeSessionId();
  }

  /** So the interface wants it. */
  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T> @Nullable T getAttribute(String name) {
    return values.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return values.getAttributeNames();
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    values.setAttribute(name, value);
    changed.put(name, Optional.ofNullable(value));
  }

  @Override
  public void removeAttribute(String name) {
    values.removeAttribute(name);
    changed.put(name, Optional.empty());
  }

  @Override
  public Instant getCreationTime() {
    return values.getCreationTime();
  }

  @Override
  public void setLastAccessedTime(Instant at) {
    values.setLastAccessedTime(at);
  }

  @Override
  public Instant getLastAccessedTime() {
    return values.getLastAccessedTime();
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    values.setMaxInactiveInterval(interval);
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return values.getMaxInactiveInterval();
  }

  /** The database says which have ended. */
  @Override
  public boolean isExpired() {
    return false;
  }
}
