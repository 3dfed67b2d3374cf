package io.duly.desk;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;

/** The open items of a new client as its own program writes them: names nobody knows, and 37 rows that are wrong. */
final class OddList {
  static final int ROWS = 5000;
  static final int WITHOUT_DUE_DATE = 30;
  static final int WITHOUT_AMOUNT = 7;

  private OddList() {}

  static byte[] bytes() {
    var text = new StringBuilder("OFFENE-POSTEN-LISTE Hafenkontor;;;;;;;\r\nPosten Nr;Kto;Partner;v. Tag;b. Tag;Soll EUR;Bem;Ruf\r\n");
    for (int row = 1; row <= ROWS; row++) {
      int partner = 1 + row % 900;
      var due = row % 160 == 7 && row / 160 < WITHOUT_DUE_DATE ? "offen" : "%02d.10.26".formatted(1 + row % 28);
      var amount = row % 600 == 11 && row / 600 < WITHOUT_AMOUNT ? "k.A." : "%d.%03d,%02d".formatted(1 + row % 9, row % 1000, row % 100);
      text.append("P-%05d;%d;Spedition Möller %d;%02d.09.26;%s;%s;%s;+49 40 5550 %04d\r\n".formatted(row, 70_000 + partner, partner, 1 + row % 28, due, amount, row % 3 == 0 ? "siehe Akte" : "", partner));
    }
    return text.toString().getBytes(Charset.forName("windows-1252"));
  }

  /** As a browser sends it. */
  static FilePayload payload() {
    return new FilePayload("OPOS 2026.txt", "text/csv", bytes());
  }
}
