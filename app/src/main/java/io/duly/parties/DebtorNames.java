package io.duly.parties;

import static io.duly.database.jooq.parties.Tables.CREDITOR;
import static io.duly.database.jooq.parties.Tables.DEBTOR;

import io.duly.kernel.DebtorId;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds debtors by what people call them. */
@Component
public final class DebtorNames {
  private static final int MOST = 20;
  private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  /** By id, else by the creditor's number, else by name, whatever its case; 20 at most. */
  public List<FoundDebtor> find(DSLContext tx, String text) {
    if (text.matches(UUID_FORM)) {
      return where(tx, DEBTOR.ID.eq(UUID.fromString(text)));
    }
    var byNumber = where(tx, DEBTOR.EXTERNAL_ID.eq(text));
    return byNumber.isEmpty() ? where(tx, DEBTOR.NAME.equalIgnoreCase(text)) : byNumber;
  }

  private static List<FoundDebtor> where(DSLContext tx, Condition named) {
    return tx.select(DEBTOR.ID, DEBTOR.EXTERNAL_ID, DEBTOR.NAME, CREDITOR.NAME)
        .from(DEBTOR)
        .join(CREDITOR)
        .on(CREDITOR.ID.eq(DEBTOR.CREDITOR_ID))
        .where(named)
        .orderBy(CREDITOR.NAME, DEBTOR.EXTERNAL_ID)
        .limit(MOST)
        .fetch(row -> new FoundDebtor(new DebtorId(row.value1()), row.value2(), row.value3(), row.value4()));
  }
}
