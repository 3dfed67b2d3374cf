package io.duly.banking.books;

import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.journal.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of a statement's entries, by which the same statement is known again in another file. */
final class Prints {
  private final MessageDigest digest = sha256();

  private Prints() {}

  static Sha256 of(Statement statement) {
    var prints = new Prints();
    statement.entries().forEach(prints::add);
    return Sha256.ofDigest(prints.digest.digest());
  }

  private void add(Entry entry) {
    add(entry.bookingDate(), entry.valueDate(), entry.amount(), entry.reversal(), entry.booked(), entry.bankReference(), entry.bankCode());
    add(entry.details());
    entry.parts().forEach(part -> {
      add(part.amount());
      add(part.details());
    });
    add("end of entry");
  }

  private void add(Details said) {
    add(said.endToEnd(), said.mandate(), said.references(), said.documents(), said.remittance(), said.counterparty(), said.charges(), said.original(),
        said.returned(), said.bankText());
  }

  /** Each fact with its length before it, so that two lists never read alike. */
  private void add(Object... facts) {
    for (var fact : facts) {
      var text = fact.toString().getBytes(StandardCharsets.UTF_8);
      digest.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(text);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
