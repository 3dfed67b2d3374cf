package io.duly.cli;

import io.duly.corrections.Corrected;
import java.util.ArrayList;
import java.util.List;

/** What a correction brought about, for people and for programs. */
final class CorrectedText {
  private CorrectedText() {}

  /**
   * What {@code --json} prints.
   *
   * @param apologyOn the day for which one is drafted; empty where nobody had been written to about it
   */
  record Made(
      String invoice, String creditNote, String credited, String currency, String moved, String left, String chargesTakenBack, String apologyOn) {
    static Made of(Corrected done) {
      return new Made(
          done.invoice(), done.creditNote().orElse(""), done.credited().plain(), done.credited().currency().getCurrencyCode(),
          done.moved().plain(), done.left().plain(), done.charges().plain(), done.apologyOn().map(Object::toString).orElse(""));
    }
  }

  static List<String> of(Corrected done, String movedTo) {
    var lines = new ArrayList<String>();
    lines.add("Invoice " + done.invoice() + ": " + done.creditNote().map(note -> "credited " + done.credited() + " with " + note).orElse("was credited in full before") + ".");
    if (done.moved().isPositive()) {
      lines.add("  " + done.moved() + " that had been set against it pay " + movedTo + ".");
    }
    if (done.left().isPositive()) {
      lines.add("  " + done.left() + " of the debtor's money wait to be allocated or returned.");
    }
    if (!done.charges().isZero()) {
      lines.add("  Charges of " + done.charges() + " on it are taken back.");
    }
    lines.add("  " + done.apologyOn().map(day -> "An apology is drafted for " + day + ".").orElse("Nobody had been written to about it: no apology is drafted."));
    return lines;
  }
}
