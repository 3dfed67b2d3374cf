package io.duly.correspondence;

import io.duly.database.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.springframework.stereotype.Component;

/** The contact ledger: append-only, at most one outgoing contact per debtor and day, held by the database. */
@Component
public final class Contacts {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String[] COLUMNS = {
    "id", "creditor_id", "debtor_id", "case_id", "direction", "channel", "day", "message_id", "note"
  };

  /**
   * Records one contact within the caller's transaction.
   *
   * @throws AlreadyContacted where it is the second outgoing one of that day
   */
  public void record(DSLContext tx, Contact contact) {
    try {
      tx.connection(connection -> record(connection, List.of(contact)));
    } catch (DataAccessException refused) {
      throw UNIQUE_VIOLATION.equals(refused.sqlState()) ? new AlreadyContacted(contact.day(), refused) : refused;
    }
  }

  /**
   * Records many at once.
   *
   * @throws SQLException with state 23505 where one is the second outgoing one of its day
   */
  public void record(Connection tx, List<Contact> contacts) throws SQLException {
    if (contacts.isEmpty()) {
      return;
    }
    try (var rows = CopyRows.into(tx, "correspondence.contact", COLUMNS)) {
      for (var contact : contacts) {
        write(rows.row(), contact);
      }
      rows.end();
    }
  }

  private static void write(CopyRows row, Contact contact) {
    row.uuid(contact.id()).uuid(contact.creditor().value()).uuid(contact.debtor().value());
    row.uuid(contact.recovery().map(recovery -> recovery.value()).orElse(null));
    row.text(lower(contact.direction())).text(lower(contact.way())).date(contact.day());
    row.uuid(contact.message().map(message -> message.value()).orElse(null)).text(contact.note().orElse(null));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
