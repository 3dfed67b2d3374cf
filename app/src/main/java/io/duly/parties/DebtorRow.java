package io.duly.parties;

import static io.duly.database.jooq.parties.Tables.DEBTOR;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.strategy.DebtorKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Record;

/** A debtor as the table holds it. */
final class DebtorRow {
  private DebtorRow() {}

  static Debtor debtor(Record row) {
    return new Debtor(
        new DebtorId(row.get(DEBTOR.ID)),
        new CreditorId(row.get(DEBTOR.CREDITOR_ID)),
        details(row),
        List.of(row.get(DEBTOR.ALSO_KNOWN_AS)));
  }

  private static DebtorDetails details(Record row) {
    return new DebtorDetails(
        row.get(DEBTOR.EXTERNAL_ID),
        row.get(DEBTOR.NAME),
        DebtorKind.valueOf(row.get(DEBTOR.KIND).toUpperCase(Locale.ROOT)),
        new Address(
            Optional.ofNullable(row.get(DEBTOR.STREET)),
            Optional.ofNullable(row.get(DEBTOR.POSTAL_CODE)),
            Optional.ofNullable(row.get(DEBTOR.CITY)),
            Optional.ofNullable(row.get(DEBTOR.REGION)),
            Optional.ofNullable(row.get(DEBTOR.COUNTRY))),
        Optional.ofNullable(row.get(DEBTOR.LANGUAGE)),
        Optional.ofNullable(row.get(DEBTOR.TIME_ZONE)),
        Optional.ofNullable(row.get(DEBTOR.EMAIL)),
        Optional.ofNullable(row.get(DEBTOR.PHONE)),
        Optional.ofNullable(row.get(DEBTOR.SEGMENT)),
        relationship(row),
        Optional.ofNullable(row.get(DEBTOR.BILLS_BY)),
        Optional.ofNullable(row.get(DEBTOR.FAX)));
  }

  private static Relationship relationship(Record row) {
    return new Relationship(
        Optional.ofNullable(row.get(DEBTOR.RELATIONSHIP_VALUE)),
        Optional.ofNullable(row.get(DEBTOR.CUSTOMER_SINCE)),
        Optional.ofNullable(row.get(DEBTOR.ACCOUNT_MANAGER)),
        Optional.ofNullable(row.get(DEBTOR.ACCOUNT_MANAGER_EMAIL)));
  }
}
