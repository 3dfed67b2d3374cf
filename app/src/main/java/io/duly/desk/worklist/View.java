package io.duly.desk.worklist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Which part of the worklist is looked at.
 *
 * @param work empty for everything that is somebody's turn
 * @param creditor empty for every creditor within the person's scope
 * @param after where the page begins; empty for the beginning
 */
public record View(Optional<Work> work, Optional<UUID> creditor, Optional<Position> after) {

  public boolean isOf(Work kind) {
    return work.filter(kind::equals).isPresent();
  }

  public boolean isWaiting() {
    return isOf(Work.WAIT);
  }

  /** The address of this creditor's list of another kind; empty for all that is to do. */
  public String addressOf(Optional<Work> kind) {
    return new View(kind, creditor, Optional.empty()).address();
  }

  public String addressAfter(Position position) {
    return new View(work, creditor, Optional.of(position)).address();
  }

  public String address() {
    var address = new StringBuilder("/");
    work.ifPresent(kind -> add(address, "work", kind.code()));
    creditor.ifPresent(id -> add(address, "creditor", id.toString()));
    after.ifPresent(position -> add(address, "after", position.toString()));
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    address.append(address.length() == 1 ? '?' : '&').append(name).append('=');
    address.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
