package io.duly.desk.outbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the outbox. What it holds is said as the indexes of the database have it. */
public enum Shelf {
  WAITING("m.state in ('checked', 'sending') and m.approval <> 'needed'", false),
  APPROVAL("m.state = 'checked' and m.approval = 'needed'", false),
  LETTERS("m.state = 'checked' and m.channel = 'letter' and m.approval <> 'needed'", false),
  UNCERTAIN("m.state = 'uncertain'", false),
  TROUBLE("m.state in ('failed', 'bounced')", false),
  SENT("m.state in ('sent', 'taken_as_sent')", true);

  private final String holds;
  private final boolean lastFirst;

  Shelf(String holds, boolean lastFirst) {
    this.holds = holds;
    this.lastFirst = lastFirst;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Shelf> of(String code) {
    return Arrays.stream(values()).filter(shelf -> shelf.code().equals(code)).findFirst();
  }

  String holds() {
    return holds;
  }

  /** The latest stands at the top; on other shelves what is to leave first does. */
  boolean isLastFirst() {
    return lastFirst;
  }

  String orderedBy() {
    return lastFirst ? "sent_on" : "planned_on";
  }
}
