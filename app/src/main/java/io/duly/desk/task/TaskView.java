package io.duly.desk.task;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which tasks are looked at.
 *
 * @param later those that are not due yet, too
 * @param kind as in {@code verify}; empty for every kind
 * @param after where the page begins; empty for the beginning
 */
public record TaskView(Shelf shelf, boolean later, Optional<String> kind, Optional<After> after) {

  /** The last task of the page before. */
  public record After(LocalDate dueOn, UUID id) {
    public static Optional<After> of(String text) {
      int at = text.indexOf('.');
      try {
        return at < 0 ? Optional.empty() : Optional.of(new After(LocalDate.parse(text.substring(0, at)), UUID.fromString(text.substring(at + 1))));
      } catch (java.time.DateTimeException | IllegalArgumentException none) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return dueOn + "." + id;
    }
  }

  public TaskView of(Shelf other) {
    return new TaskView(other, later, kind, Optional.empty());
  }

  public TaskView with(boolean alsoLater) {
    return new TaskView(shelf, alsoLater, kind, Optional.empty());
  }

  public String addressAfter(After last) {
    return address() + "&after=" + last;
  }

  public String address() {
    return "/tasks?whose=" + shelf.code() + (later ? "&later=1" : "") + kind.map(one -> "&kind=" + URLEncoder.encode(one, StandardCharsets.UTF_8)).orElse("");
  }
}
