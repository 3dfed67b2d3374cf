package io.duly.correspondence.sending;

import io.duly.correspondence.letter.Letters;
import io.duly.correspondence.letter.Stationery;
import io.duly.correspondence.template.Composed;
import io.duly.parties.Parties;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Makes a message into a letter, where the debtor has a postal address. */
@Component
final class LetterPacking {
  private static final String ADDRESS = "select name, street, postal_code, city, country from parties.debtor where id = ? and street is not null and city is not null";

  private final Parties parties;
  private final Stationery stationery;

  LetterPacking(Parties parties, Stationery stationery) {
    this.parties = parties;
    this.stationery = stationery;
  }

  /** Where it goes, in one line; empty where no street or town is known. */
  Optional<String> address(DSLContext tx, Waiting message) {
    return tx.fetchOptional(ADDRESS, message.debtor().value())
        .map(row -> Stream.of("name", "street", "postal_code", "city", "country").flatMap(part -> Stream.ofNullable(row.get(part, String.class)))
            .collect(Collectors.joining(", ")))
        .map(SmtpWire::line);
  }

  Packed pack(DSLContext tx, Waiting message, Composed composed, String address) {
    var creditor = parties.creditors(tx).stream().filter(one -> one.id().equals(message.creditor())).findFirst().orElseThrow();
    var pdf = Letters.pdf(composed, stationery.of(tx, creditor));
    return new Packed("print", "letter:" + message.id(), address, "application/pdf", message.id() + ".pdf", pdf, composed.words());
  }
}
