package io.duly.cli;

import io.duly.correspondence.ContactReport;
import io.duly.correspondence.Reported;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A contact that may not be made, for people and for machines. */
record ContactRefused(Reported.Refused refused, ContactReport report) {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

  record Told(boolean written, String at, List<ContactAnswer.Because> reasons, Optional<String> nextAllowed, Optional<String> nextAllowedLocal) {}

  static ContactRefused of(Reported.Refused refused, ContactReport report) {
    return new ContactRefused(refused, report);
  }

  Told json() {
    var next = refused.answer().nextAllowed();
    return new Told(
        false,
        report.at().toString(),
        refused.answer().reasons().stream().map(ContactAnswer.Because::of).toList(),
        next.map(Instant::toString),
        next.map(from -> from.atZone(refused.debtor().zone()).toOffsetDateTime().toString()));
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    var zone = refused.debtor().zone();
    lines.add("Not written down: no contact may be made on " + LOCAL.format(report.at().atZone(zone)) + " (" + zone + ").");
    refused.answer().reasons().forEach(reason -> lines.addAll(ContactAnswer.because(reason)));
    lines.add(
        refused.answer().nextAllowed()
            .map(next -> "Allowed from " + LOCAL.format(next.atZone(zone)) + " (" + next + ").")
            .orElse("Not as far as is known now, unless something changes."));
    lines.add("If it was the debtor who called, add --they-called. What was done all the same belongs into a note: ./duly case note.");
    return lines;
  }
}
