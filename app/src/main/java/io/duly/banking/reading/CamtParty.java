package io.duly.banking.reading;

import java.util.Locale;
import java.util.Optional;

/** Accounts and banks as the versions of camt name them. */
final class CamtParty {
  private CamtParty() {}

  static Optional<String> account(Node account) {
    return account.text("Id", "IBAN").map(CamtParty::iban)
        .or(() -> account.anyText("Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id"));
  }

  static Optional<String> bank(Node institution) {
    return institution.anyText("BICFI", "BIC", "CmbndId/BIC", "ClrSysMmbId/MmbId", "ClrSysMmbId/Id");
  }

  static String iban(String text) {
    return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }
}
