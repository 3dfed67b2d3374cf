package io.duly.banking;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The maps of bank lists that somebody gave with {@code --map} and that are used again by themselves. */
@Component
public final class SavedBankMaps {
  SavedBankMaps() {}

  /** All that the transaction may see, by creditor and name. */
  public List<SavedBankMap> all(DSLContext tx) {
    return tx.fetch("select c.name as creditor, m.name, m.signature, m.saved_at from banking.csv_map m join parties.creditor c on c.id = m.creditor_id order by 1, 2, 4")
        .map(row -> new SavedBankMap(
            row.get("creditor", String.class), row.get("name", String.class), List.of(row.get("signature", String.class).split("\\|", -1)),
            row.get("saved_at", OffsetDateTime.class).toInstant()));
  }

  /**
   * Forgets maps: the next list with these columns is read as it shows itself, or by a map that is given with it.
   *
   * @param creditor empty for all that have a map of this name
   * @return how many there were
   */
  public int remove(DSLContext tx, String name, String creditor) {
    return tx.execute(
        "delete from banking.csv_map m using parties.creditor c where c.id = m.creditor_id and m.name = {0} and ({1} = '' or c.name = {1})",
        DSL.val(name), DSL.val(creditor));
  }

  /** Forgets one map. */
  public void remove(DSLContext tx, UUID map) {
    tx.execute("delete from banking.csv_map where id = {0}", DSL.val(map));
  }
}
