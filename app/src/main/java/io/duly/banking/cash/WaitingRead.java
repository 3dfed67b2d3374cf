package io.duly.banking.cash;

import io.duly.banking.cash.Waiting.Offer;
import io.duly.banking.cash.Waiting.Part;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** Reads what waits for a person, in three queries. */
final class WaitingRead {
  private WaitingRead() {}

  /** @param after behind which they begin; empty for the first */
  static List<Waiting> read(DSLContext tx, Optional<Waiting.Place> after, int most) {
    var day = after.map(Waiting.Place::day).orElse(null);
    var rows = tx.fetch(
        """
        select e.id, c.name as creditor, e.day, e.currency, e.counterparty, e.counterparty_account, e.remittance, coalesce(m.result, 'unseen') as result,
               case when e.amount < 0 then e.amount
                 else r.amount - coalesce((select sum(u.amount) from ledger.used u where u.receipt_id = r.id), 0)::bigint end as rest,
               array(select d.name from ledger.receipt_candidate s join parties.debtor d on d.id = s.debtor_id where s.receipt_id = r.id order by 1) as candidates
          from banking.entry e join parties.creditor c on c.id = e.creditor_id left join ledger.receipt r on r.id = e.receipt_id
          left join banking.matched m on m.entry_id = e.id
         where ((r.id is not null and not r.used_up and m.result is distinct from 'set_aside')
             or exists (select from banking.proposal p where p.entry_id = e.id and p.state = 'open'))
           and (?::date is null or e.day < ?::date or (e.day = ?::date and e.id > ?::uuid))
         order by e.day desc, e.id limit ?
        """,
        day, day, day, after.map(Waiting.Place::entry).orElse(null), most);
    var offers = offers(tx, rows.map(row -> row.get("id", UUID.class)));
    return rows.map(row -> waiting(row, offers.getOrDefault(row.get("id", UUID.class), List.of())));
  }

  private static Waiting waiting(Record row, List<Offer> offers) {
    return new Waiting(
        row.get("id", UUID.class), row.get("creditor", String.class), row.get("day", LocalDate.class),
        Money.ofMinor(row.get("rest", Long.class), row.get("currency", String.class)), Optional.ofNullable(row.get("counterparty", String.class)),
        Optional.ofNullable(row.get("counterparty_account", String.class)), row.get("remittance", String.class), row.get("result", String.class),
        List.of(row.get("candidates", String[].class)), offers);
  }

  private static Map<UUID, List<Offer>> offers(DSLContext tx, List<UUID> entries) {
    var rows = tx.fetch(
        """
        select p.id, p.entry_id, p.rank, p.kind, p.score, p.whys, i.number, d.name, t.amount, i.currency, t.let_go, t.let_go_for
          from banking.proposal p left join banking.proposal_part t on t.proposal_id = p.id left join ledger.invoice i on i.id = t.invoice_id
          left join parties.debtor d on d.id = i.debtor_id
         where p.entry_id = any (?::uuid[]) and p.state = 'open' order by p.entry_id, p.rank, i.number
        """,
        (Object) entries.toArray(UUID[]::new));
    var credits = credits(tx, entries);
    Map<UUID, List<Offer>> offers = new LinkedHashMap<>();
    rows.intoGroups("id").values().forEach(group -> offers.merge(group.getFirst().get("entry_id", UUID.class), List.of(offer(group, credits)), WaitingRead::both));
    return offers;
  }

  private static List<Offer> both(List<Offer> some, List<Offer> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Map<UUID, List<Waiting.Netted>> credits(DSLContext tx, List<UUID> entries) {
    var credits = new LinkedHashMap<UUID, List<Waiting.Netted>>();
    tx.fetch(
            """
            select c.proposal_id, n.number as credit_note, i.number as invoice, c.amount, i.currency from banking.proposal_credit c
              join banking.proposal p on p.id = c.proposal_id join ledger.credit_note n on n.id = c.credit_note_id join ledger.invoice i on i.id = c.invoice_id
             where p.entry_id = any (?::uuid[]) and p.state = 'open' order by n.number, i.number
            """,
            (Object) entries.toArray(UUID[]::new))
        .forEach(row -> credits.computeIfAbsent(row.get("proposal_id", UUID.class), _ -> new ArrayList<>())
            .add(new Waiting.Netted(row.get("credit_note", String.class), row.get("invoice", String.class), Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class)))));
    return credits;
  }

  private static Offer offer(Result<Record> rows, Map<UUID, List<Waiting.Netted>> credits) {
    var first = rows.getFirst();
    var parts = rows.stream()
        .filter(row -> row.get("number") != null)
        .map(row -> new Part(row.get("number", String.class), row.get("name", String.class), Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class)),
            Optional.ofNullable(row.get("let_go", Long.class)).map(less -> Money.ofMinor(less, row.get("currency", String.class))), Optional.ofNullable(row.get("let_go_for", String.class))))
        .toList();
    return new Offer(first.get("id", UUID.class), first.get("rank", Integer.class), first.get("kind", String.class), first.get("score", Integer.class), parts,
        credits.getOrDefault(first.get("id", UUID.class), List.of()),
        Sentences.of(WhysJson.read(first.get("whys", String.class))));
  }
}
