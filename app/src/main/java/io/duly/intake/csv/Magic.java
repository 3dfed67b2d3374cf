package io.duly.intake.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a file is that is not text, told by its first bytes, and what to do about it. */
enum Magic {
  WORKBOOK("PK\u0003\u0004", "an Excel or OpenDocument workbook (or a zip archive)", "Save the sheet as CSV and import that."),
  OLD_WORKBOOK("\u00D0\u00CF\u0011\u00E0", "an old Excel workbook", "Save the sheet as CSV and import that."),
  PDF("%PDF-", "a PDF document", "Export the list as CSV from the program that printed it."),
  GZIP("\u001F\u008B", "compressed", "Unpack it first."),
  XML("<?xml", "XML", "Export the list as CSV."),
  IMAGE("\u0089PNG", "an image", "Export the list as CSV from the program that shows it.");

  private final String start;
  private final String what;
  private final String advice;

  Magic(String start, String what, String advice) {
    this.start = start;
    this.what = what;
    this.advice = advice;
  }

  static Optional<String> explained(byte[] head) {
    return Foreign.explained(head)
        .or(() -> List.of(values()).stream()
            .filter(magic -> magic.begins(head))
            .map(magic -> "This file is " + magic.what + ", not CSV. " + magic.advice)
            .findFirst());
  }

  private boolean begins(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(start);
  }
}
