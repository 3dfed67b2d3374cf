package io.duly.banking.cash;

import io.duly.database.CopyRows;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.matching.LetGo;
import io.duly.matching.Match;
import io.duly.matching.Matching.Matched;
import io.duly.matching.Payment;
import io.duly.matching.Proposal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what came of matching into temporary tables and the tables of proposals, all by COPY. */
final class Verdicts {
  private final Connection tx;
  private final CreditorId creditor;
  private final IdSource ids;
  private final Instant now;

  Verdicts(Connection tx, CreditorId creditor, IdSource ids, Instant now) {
    this.tx = tx;
    this.creditor = creditor;
    this.ids = ids;
    this.now = now;
  }

  /** The temporary tables; they go with the transaction. */
  void prepare() throws SQLException {
    try (var statement = tx.createStatement()) {
      statement.execute(
          """
          create temp table cash_part (posting_id uuid, entry_id uuid, receipt_id uuid, invoice_id uuid, amount bigint, why text) on commit drop;
          create temp table cash_less (id uuid, allocation_id uuid, amount bigint, reason text) on commit drop;
          create temp table cash_link (id uuid, entry_id uuid, account text, recognised boolean) on commit drop;
          create temp table cash_candidate (receipt_id uuid, debtor_id uuid, why text) on commit drop;
          create temp table cash_verdict (entry_id uuid, result text, kind text, score int, whys text) on commit drop
          """);
    }
  }

  void write(List<Matched> matched, Map<UUID, UUID> receipts) throws SQLException {
    parts(matched, receipts);
    links(matched);
    candidates(matched, receipts);
    verdicts(matched);
    proposals(matched);
    tell();
  }

  /** The planner knows how many rows there are; it would take the tables for empty. */
  private void tell() throws SQLException {
    try (var statement = tx.createStatement()) {
      statement.execute("analyze cash_part, cash_less, cash_link, cash_candidate, cash_verdict");
    }
  }

  private void parts(List<Matched> matched, Map<UUID, UUID> receipts) throws SQLException {
    var less = new ArrayList<Less>();
    try (var rows = CopyRows.into(tx, "pg_temp.cash_part", "posting_id", "entry_id", "receipt_id", "invoice_id", "amount", "why")) {
      for (var one : matched) {
        if (one.match() instanceof Match.Sure sure) {
          var why = Sentences.of(sure.proposal().whys());
          for (var part : sure.proposal().parts()) {
            var id = ids.next();
            rows.row().uuid(id).uuid(one.payment().id()).uuid(receipts.get(one.payment().id())).uuid(part.invoice().value())
                .int8(part.amount().minor()).text(why);
            part.letGo().ifPresent(letGo -> less.add(new Less(id, letGo)));
          }
        }
      }
      rows.end();
    }
    less(less);
  }

  private record Less(UUID allocation, LetGo letGo) {}

  private void less(List<Less> less) throws SQLException {
    try (var rows = CopyRows.into(tx, "pg_temp.cash_less", "id", "allocation_id", "amount", "reason")) {
      for (var one : less) {
        rows.row().uuid(ids.next()).uuid(one.allocation()).int8(one.letGo().amount().minor()).text(one.letGo().reason().word());
      }
      rows.end();
    }
  }

  private void links(List<Matched> matched) throws SQLException {
    try (var rows = CopyRows.into(tx, "pg_temp.cash_link", "id", "entry_id", "account", "recognised")) {
      for (var one : matched) {
        if (one.match() instanceof Match.Sure sure && one.payment().account().isPresent()) {
          rows.row().uuid(ids.next()).uuid(one.payment().id()).text(one.payment().account().get()).bool(sure.proposal().knowsPayer());
        }
      }
      rows.end();
    }
  }

  private void candidates(List<Matched> matched, Map<UUID, UUID> receipts) throws SQLException {
    try (var rows = CopyRows.into(tx, "pg_temp.cash_candidate", "receipt_id", "debtor_id", "why")) {
      for (var one : matched) {
        for (var suspect : one.match().suspects()) {
          rows.row().uuid(receipts.get(one.payment().id())).uuid(suspect.debtor().value()).text(Sentences.of(suspect.whys()));
        }
      }
      rows.end();
    }
  }

  private void verdicts(List<Matched> matched) throws SQLException {
    try (var rows = CopyRows.into(tx, "pg_temp.cash_verdict", "entry_id", "result", "kind", "score", "whys")) {
      for (var one : matched) {
        rows.row().uuid(one.payment().id());
        switch (one.match()) {
          case Match.Sure sure -> verdict(rows, "sure", sure.proposal());
          case Match.Likely likely -> verdict(rows, "likely", likely.proposals().getFirst());
          case Match.Candidates _ -> rows.text("candidates").none().none().text("[]");
          case Match.Nothing _ -> rows.text("nothing").none().none().text("[]");
        }
      }
      rows.end();
    }
  }

  private static void verdict(CopyRows rows, String result, Proposal proposal) {
    rows.text(result).text(proposal.kind().word()).int4(proposal.score()).text(WhysJson.write(proposal.whys()));
  }

  private record Ranked(UUID id, Payment payment, int rank, Proposal proposal) {}

  private void proposals(List<Matched> matched) throws SQLException {
    var ranked = matched.stream().flatMap(one -> one.match() instanceof Match.Likely likely ? ranked(one.payment(), likely).stream() : java.util.stream.Stream.empty()).toList();
    try (var rows = CopyRows.into(tx, "banking.proposal", "id", "creditor_id", "entry_id", "rank", "kind", "score", "rest", "whys", "made_at")) {
      for (var one : ranked) {
        rows.row().uuid(one.id()).uuid(creditor.value()).uuid(one.payment().id()).int4(one.rank()).text(one.proposal().kind().word()).int4(one.proposal().score())
            .int8(one.proposal().left().minor()).text(WhysJson.write(one.proposal().whys())).instant(now);
      }
      rows.end();
    }
    try (var rows = CopyRows.into(tx, "banking.proposal_part", "proposal_id", "invoice_id", "creditor_id", "amount", "let_go", "let_go_for")) {
      for (var one : ranked) {
        for (var part : one.proposal().parts()) {
          rows.row().uuid(one.id()).uuid(part.invoice().value()).uuid(creditor.value()).int8(part.amount().minor())
              .int8(part.letGo().map(less -> less.amount().minor()).orElse(null)).text(part.letGo().map(less -> less.reason().word()).orElse(null));
        }
      }
      rows.end();
    }
    credits(ranked);
  }

  private void credits(List<Ranked> ranked) throws SQLException {
    try (var rows = CopyRows.into(tx, "banking.proposal_credit", "proposal_id", "credit_note_id", "invoice_id", "creditor_id", "amount")) {
      for (var one : ranked) {
        for (var credit : one.proposal().credits()) {
          rows.row().uuid(one.id()).uuid(credit.creditNote().value()).uuid(credit.invoice().value()).uuid(creditor.value()).int8(credit.amount().minor());
        }
      }
      rows.end();
    }
  }

  private List<Ranked> ranked(Payment payment, Match.Likely likely) {
    return java.util.stream.IntStream.range(0, likely.proposals().size())
        .mapToObj(at -> new Ranked(ids.next(), payment, at + 1, likely.proposals().get(at)))
        .toList();
  }

  /** What the temporary tables say becomes part of the books of matching. */
  void keep(LocalDate day) throws SQLException {
    try (var statement = tx.createStatement()) {
      statement.execute(
          """
          insert into banking.matched (entry_id, creditor_id, result, kind, score, whys, day, actor, at)
            select entry_id, '%1$s', result, kind, score, whys, '%2$s', 'duly', '%3$s' from cash_verdict;
          insert into banking.payer_account (id, creditor_id, account, debtor_id, entry_id, recognised, actor, at)
            select l.id, '%1$s', l.account, d.debtor_id, l.entry_id, l.recognised, 'duly', '%3$s'
              from cash_link l join (select p.entry_id, min(i.debtor_id::text)::uuid as debtor_id
                from cash_part p join ledger.invoice i on i.id = p.invoice_id group by 1 having count(distinct i.debtor_id) = 1) d
                on d.entry_id = l.entry_id;
          delete from banking.unseen u using cash_verdict v where u.entry_id = v.entry_id
          """
              .formatted(creditor.value(), day, now));
    }
  }
}
