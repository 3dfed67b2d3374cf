package io.duly.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.kernel.IdSource;
import io.duly.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionStoreTest {
  private TestDatabase database;
  private ConfigurableApplicationContext application;
  private Instant now = Instant.parse("2026-11-20T09:00:00Z");
  private SessionStore store;

  @BeforeAll
  void open() {
    database = TestDatabase.fresh();
    application = database.application("spring.main.lazy-initialization=true");
    InstantSource clock = () -> now;
    store = new SessionStore(application.getBean(DSLContext.class), application.getBean(PlatformTransactionManager.class), IdSource.of(clock), clock);
  }

  @AfterAll
  void close() {
    application.close();
    database.close();
  }

  private KeptSession fresh() {
    var session = store.createSession();
    session.setAttribute("first", "1");
    store.save(session);
    return session;
  }

  private KeptSession read(String id) {
    return Objects.requireNonNull(store.findById(id));
  }

  @Test
  void whatTwoRequestsChangeAtTheSameTimeIsBothKept() {
    var id = fresh().getId();
    var one = read(id);
    var other = read(id);
    one.setAttribute("one", List.of("a"));
    other.setAttribute("other", "b");
    other.removeAttribute("first");
    store.save(one);
    store.save(other);
    assertThat(read(id).getAttributeNames()).containsExactlyInAnyOrder("one", "other");
  }

  @Test
  void whatWasEndedWhileARequestRanIsNotBroughtBack() {
    var id = fresh().getId();
    var running = read(id);
    store.deleteById(id);
    running.setAttribute("late", "x");
    store.save(running);
    assertThat(store.findById(id)).isNull();
  }

  @Test
  void underItsNewNameItIsFoundAndUnderTheOldOneNot() {
    var session = fresh();
    var before = session.getId();
    var after = session.changeSessionId();
    store.save(session);
    assertThat(store.findById(before)).isNull();
    assertThat(read(after).<String>getAttribute("first")).isEqualTo("1");
  }

  @Test
  void whoDoesNotSignInIsForgottenAfterTwoHours() {
    var id = fresh().getId();
    now = now.plus(SessionStore.AT_THE_DOOR);
    assertThat(store.findById(id)).isNull();
  }

  @Test
  void lookingWritesNothingUntilAMinuteHasPassed() {
    var id = fresh().getId();
    var version = version();
    for (int view = 0; view < 5; view++) {
      now = now.plusSeconds(10);
      var session = read(id);
      session.setLastAccessedTime(Instant.now());
      store.save(session);
    }
    assertThat(version()).isEqualTo(version);
    now = now.plusSeconds(10);
    var later = read(id);
    store.save(later);
    assertThat(version()).isNotEqualTo(version);
  }

  private String version() {
    return database.ask(dsl -> String.join(" ", dsl.fetch("select xmin::text from identity.session order by number").into(String.class)));
  }

  @Test
  void theTableHoldsNoNameThatABrowserCouldUse() {
    var id = fresh().getId();
    var rows = database.ask(dsl -> dsl.fetch("select s::text || encode(kept, 'escape') from identity.session s").into(String.class));
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(id));
  }

  @Test
  void whatCannotBeKeptIsSaidAtOnce() {
    var session = store.createSession();
    session.setAttribute("thread", Thread.currentThread());
    assertThatThrownBy(() -> store.save(session)).isInstanceOf(UncheckedIOException.class).hasMessageContaining("must be serializable");
  }

  @Test
  void classesThatNoSessionHoldsAreNotBuilt() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(new HashMap<>(Map.of("file", new File("/etc/passwd"))));
    }
    assertThat(KeptValues.read(bytes.toByteArray())).isEmpty();
    assertThat(KeptValues.read(new byte[] {1, 2, 3})).isEmpty();
    assertThat(KeptValues.read(KeptValues.bytes(Map.of("word", "x")))).contains(Map.of("word", "x"));
  }
}
