package io.duly.einvoice;

import io.duly.einvoice.model.Line;
import io.duly.journal.Sha256;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/** What makes two documents the same, and what makes two claims alike. */
final class Digests {
  private Digests() {}

  /** The same invoice as PDF, as XML, in another syntax: number, date, money, buyer and the amounts of its lines. */
  static Sha256 content(Claim claim) {
    var nets = claim.invoice().lines().stream().map(line -> plain(line.net())).sorted().collect(Collectors.joining("|"));
    return Sha256.of(String.join("\n", Boolean.toString(claim.credit()), claim.number(), claim.issuedOn().toString(), claim.payable().toString(), claim.total().toString(),
        PartyName.plain(claim.invoice().buyer().called().orElse("")), nets));
  }

  /** The same goods for the same money on the same order; without lines a document is like no other. */
  static Sha256 claim(Claim claim) {
    var lines = claim.invoice().lines().stream().map(Digests::line).sorted().collect(Collectors.joining("\n"));
    var rest = lines.isEmpty() ? claim.number() : lines;
    return Sha256.of(String.join("\n", Boolean.toString(claim.credit()), claim.payable().toString(), claim.invoice().references().order().orElse(""), rest));
  }

  private static String line(Line line) {
    return PartyName.plain(line.text()) + "|" + plain(line.quantity()) + "|" + plain(line.net());
  }

  private static String plain(Optional<BigDecimal> amount) {
    return amount.map(one -> one.stripTrailingZeros().toPlainString()).orElse("");
  }
}
