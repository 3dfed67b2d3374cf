package io.duly.correspondence.sending;

import io.duly.correspondence.letter.LetterLook;
import io.duly.correspondence.letter.Letters;
import io.duly.correspondence.letter.Stationery;
import io.duly.correspondence.template.Composed;
import io.duly.kernel.DebtorId;
import io.duly.parties.Parties;
import java.util.HashMap;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Makes a message into a letter, where the debtor has a postal address. */
@Component
final class LetterPacking {
  private static final String ADDRESS =
      """
      select name, street, postal_code, city, country from parties.debtor d
       where id = ? and street is not null and city is not null and not exists (select from correspondence.dead_address x
         where x.debtor_id = d.id and x.ended_at is null and x.address = lower(concat_ws(', ', d.name, d.street, d.postal_code, d.city, d.country)))
      """;

  private final Parties parties;
  private final Stationery stationery;

  LetterPacking(Parties parties, Stationery stationery) {
    this.parties = parties;
    this.stationery = stationery;
  }

  /** Where it goes; empty where no street or town is known, or what is known is wrong. */
  Optional<PostalAddress> address(DSLContext tx, Waiting message) {
    return address(tx, message.debtor());
  }

  Optional<PostalAddress> address(DSLContext tx, DebtorId debtor) {
    return tx.fetchOptional(ADDRESS, debtor.value())
        .map(row -> new PostalAddress(text(row, "name"), text(row, "street"), text(row, "postal_code"), text(row, "city"), text(row, "country")));
  }

  Packed pack(DSLContext tx, Waiting message, Composed composed, PostalAddress to) {
    var pdf = pdf(tx, message, composed);
    var values = new HashMap<>(to.values());
    values.put("fileName", message.id() + ".pdf");
    return new Packed("print", "letter:" + message.id(), to.line(), "application/pdf", message.id() + ".pdf", pdf, composed.words(), values);
  }

  /** The letter, and behind it the pages of what it brings. */
  byte[] pdf(DSLContext tx, Waiting message, Composed composed) {
    return AddedPages.behind(Letters.pdf(composed, shown(composed, look(tx, message))), Writing.originals(tx, message).files());
  }

  /** A logo that would tell a stranger what the sender's business is stays away, as its name does. */
  private static LetterLook shown(Composed composed, LetterLook look) {
    var occasion = composed.occasion();
    return occasion.kind().isForStrangers() && occasion.sender().logo().isEmpty() ? new LetterLook(look.colour(), look.form(), Optional.empty()) : look;
  }

  private LetterLook look(DSLContext tx, Waiting message) {
    var creditor = parties.creditors(tx).stream().filter(one -> one.id().equals(message.creditor())).findFirst().orElseThrow();
    return stationery.of(tx, creditor);
  }

  private static String text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class)).orElse("");
  }
}
