package io.duly.banking.cash;

import io.duly.kernel.CreditorId;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** An entry of a statement with the money it brought and what of it is left; nobody else allocates it until the transaction ends. */
record EntryMoney(UUID entry, CreditorId creditor, ReceiptId receipt, Money left, LocalDate receivedOn, Optional<String> account) {

  /** @throws CannotMatch where the entry is not there or brought no money */
  static EntryMoney of(DSLContext tx, UUID entry) {
    tx.fetchOptional("select creditor_id from banking.entry where id = ?", entry)
        .ifPresent(row -> Matchmaking.alone(tx, new CreditorId(row.get("creditor_id", UUID.class))));
    var row = tx.fetchOptional(
            """
            select e.id, e.creditor_id, e.receipt_id, r.currency, r.received_on, e.counterparty_account,
                   r.amount - coalesce((select sum(u.amount) from ledger.used u where u.receipt_id = r.id), 0)::bigint as rest
              from banking.entry e join ledger.receipt r on r.id = e.receipt_id where e.id = ?
            """,
            entry)
        .orElseThrow(() -> new CannotMatch("No entry " + entry + " brought money; ./duly bank unmatched lists those that wait."));
    return of(row);
  }

  private static EntryMoney of(Record row) {
    return new EntryMoney(
        row.get("id", UUID.class), new CreditorId(row.get("creditor_id", UUID.class)), new ReceiptId(row.get("receipt_id", UUID.class)),
        Money.ofMinor(row.get("rest", Long.class), row.get("currency", String.class)), row.get("received_on", LocalDate.class),
        Optional.ofNullable(row.get("counterparty_account", String.class)));
  }
}
