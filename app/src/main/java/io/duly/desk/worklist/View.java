package io.duly.desk.worklist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which part of the worklist is looked at.
 *
 * @param work empty for everything that is somebody's turn
 * @param creditor empty for every creditor within the person's scope
 * @param owned empty for everybody's
 * @param filter what lines must be like
 * @param after where the page begins; empty for the beginning
 */
public record View(Optional<Work> work, Optional<UUID> creditor, Optional<Owned> owned, Filter filter, Optional<Position> after) {

  /** Reads an address's values; what is none is left out. */
  static View of(Map<String, String> values) {
    return new View(
        Optional.ofNullable(values.get("work")).flatMap(Work::of), Optional.ofNullable(values.get("creditor")).flatMap(View::id),
        Optional.ofNullable(values.get("owner")).flatMap(Owned::of), Filter.of(values), Optional.ofNullable(values.get("after")).flatMap(Position::of));
  }

  /** The first lines of a list as its address has it behind the question mark; what is none is left out. */
  public static View ofQuery(String query) {
    return of(ViewActions.values(query)).beginning();
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  public boolean isOf(Work kind) {
    return work.filter(kind::equals).isPresent();
  }

  public boolean isOf(Owned whose) {
    return owned.filter(whose::equals).isPresent();
  }

  public boolean isWaiting() {
    return isOf(Work.WAIT);
  }

  /** The address of this creditor's list of another kind; empty for all that is to do. */
  public String addressOf(Optional<Work> kind) {
    return new View(kind, creditor, owned, filter, Optional.empty()).address();
  }

  /** The same list from a place on. */
  View after(Position position) {
    return new View(work, creditor, owned, filter, Optional.of(position));
  }

  /** The same list from its first line. */
  public View beginning() {
    return new View(work, creditor, owned, filter, Optional.empty());
  }

  /** What stands behind the question mark of {@link #address}. */
  public String query() {
    var address = address();
    return address.length() < 2 ? "" : address.substring(2);
  }

  /** This list without the filter. */
  public String addressOfAll() {
    return new View(work, creditor, owned, Filter.NONE, Optional.empty()).address();
  }

  public String addressAfter(Position position) {
    return after(position).address();
  }

  public String address() {
    var address = new StringBuilder("/");
    work.ifPresent(kind -> add(address, "work", kind.code()));
    creditor.ifPresent(id -> add(address, "creditor", id.toString()));
    owned.ifPresent(whose -> add(address, "owner", whose.code()));
    filter.values().forEach((name, value) -> add(address, name, value));
    after.ifPresent(position -> add(address, "after", position.toString()));
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    address.append(address.length() == 1 ? '?' : '&').append(name).append('=');
    address.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
