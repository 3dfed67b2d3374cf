package io.duly.correspondence.sending;

import io.duly.kernel.DebtorId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/** Finds the address that a message goes to. */
final class Addressees {
  /** Whose number was verified comes first, then what the creditor has for the debtor, then other persons. */
  private static final String EMAIL =
      """
      select name, address from (
        select p.name, p.email as address, case p.right_party when 'verified' then 0 else 2 end as rank, p.id
          from parties.contact_person p
         where p.debtor_id = ? and p.right_party <> 'wrong' and not 'email' = any (p.refused_channels)
        union all
        select d.name, d.email, 1, d.id from parties.debtor d
         where d.id = ? and not exists (select from parties.contact_person p where p.debtor_id = d.id and 'email' = any (p.refused_channels))) a
       where address is not null and not exists (select from correspondence.dead_address x
         where x.debtor_id = ? and x.address = lower(a.address) and x.ended_at is null)
       order by rank, id
      """;
  /** What servers take: no blanks, quotes, lists, comments or controls. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"\\p{Cntrl}\\p{Cf}]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63})+");

  private Addressees() {}

  /** The first that is an address; empty where there is none. */
  static Optional<Addressee> byEmail(DSLContext tx, DebtorId debtor) {
    return tx.fetch(EMAIL, debtor.value(), debtor.value(), debtor.value()).stream()
        .map(row -> new Addressee(row.get("name", String.class), row.get("address", String.class).strip()))
        .filter(one -> ADDRESS.matcher(one.address()).matches())
        .findFirst();
  }
}
