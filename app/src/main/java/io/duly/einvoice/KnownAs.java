package io.duly.einvoice;

import io.duly.einvoice.PartyNumbers.Known;
import io.duly.einvoice.model.Party;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Remembers by which numbers creditors and debtors were named on invoices. */
@Component
final class KnownAs {
  private static final String THESE = "(k.scheme, k.value) in (select * from unnest(?::text[], ?::text[]))";

  Set<CreditorId> creditors(DSLContext tx, Party party) {
    return found(tx, "select distinct k.creditor_id as id from einvoice.known_as k where k.debtor_id is null and " + THESE, party).stream()
        .map(CreditorId::new).collect(Collectors.toSet());
  }

  List<DebtorId> debtors(DSLContext tx, CreditorId creditor, Party party) {
    var all = PartyNumbers.of(party);
    return tx.fetch(
            "select distinct k.debtor_id as id from einvoice.known_as k where k.debtor_id is not null and k.creditor_id = ? and " + THESE,
            creditor.value(), schemes(all), values(all))
        .map(row -> new DebtorId(row.get("id", UUID.class)));
  }

  private static List<UUID> found(DSLContext tx, String sql, Party party) {
    var all = PartyNumbers.of(party);
    return tx.fetch(sql, schemes(all), values(all)).map(row -> row.get("id", UUID.class));
  }

  void keep(DSLContext tx, CreditorId creditor, Optional<DebtorId> debtor, Party party) {
    var all = PartyNumbers.of(party);
    tx.execute(
        "insert into einvoice.known_as (creditor_id, debtor_id, scheme, value) select ?, ?::uuid, * from unnest(?::text[], ?::text[]) on conflict do nothing",
        creditor.value(), debtor.map(DebtorId::value).orElse(null), schemes(all), values(all));
  }

  private static String[] schemes(Set<Known> all) {
    return all.stream().map(Known::scheme).toArray(String[]::new);
  }

  private static String[] values(Set<Known> all) {
    return all.stream().map(Known::value).toArray(String[]::new);
  }
}
