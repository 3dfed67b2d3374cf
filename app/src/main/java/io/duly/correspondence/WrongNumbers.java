package io.duly.correspondence;

import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.kernel.IdSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Numbers that reached somebody else: not called again until somebody says that they are right. */
@Component
final class WrongNumbers {
  private static final String KNOWN =
      """
      select phone from parties.debtor where id = ? and phone is not null
      union select phone from parties.contact_person where debtor_id = ? and phone is not null
      """;
  private static final String BURY =
      """
      insert into correspondence.dead_address (id, creditor_id, debtor_id, address, why, since)
      select ?, creditor_id, id, ?, ?, ?::timestamptz from parties.debtor where id = ? on conflict do nothing
      """;

  private final IdSource ids;

  WrongNumbers(IdSource ids) {
    this.ids = ids;
  }

  /** @throws CannotRecord where it is not said which of several numbers it was */
  void wrong(DSLContext tx, ContactReport report, Recorded by) {
    var known = tx.fetch(KNOWN, report.debtor().value(), report.debtor().value()).getValues(0, String.class);
    var number = report.reach().address().map(said -> asKnown(said, known)).or(() -> only(known)).orElseThrow(() -> unclear(known));
    tx.execute(
        BURY, ids.next(), number.toLowerCase(Locale.ROOT), "the number is somebody else's", by.recordedAt().atOffset(ZoneOffset.UTC),
        report.debtor().value());
  }

  /** The same digits are the same number, however they are written. */
  private static String asKnown(String said, List<String> known) {
    return known.stream().filter(one -> digits(one).equals(digits(said))).findFirst().orElse(said);
  }

  private static Optional<String> only(List<String> known) {
    return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
  }

  private static CannotRecord unclear(List<String> known) {
    return new CannotRecord(
        known.isEmpty() ? "Say which number was wrong; none of this debtor's is known." : "Say which number was wrong: " + String.join(", ", known) + ".");
  }

  private static String digits(String number) {
    return number.replaceAll("\\D", "");
  }
}
