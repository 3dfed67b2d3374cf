package io.duly.desk.bank;

import io.duly.banking.BankAccount;
import io.duly.banking.BankAccounts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * An account, and whether its data is too old to say what was paid.
 *
 * @param stale why contact to the creditor's debtors is held; empty where the data is fresh enough
 */
public record AccountLine(BankAccount account, Optional<String> stale) {

  static List<AccountLine> read(DSLContext scoped, BankAccounts accounts) {
    var holds = scoped.fetch("select creditor_id, why from cases.creditor_hold where lifted_on is null").stream()
        .collect(Collectors.toMap(row -> row.get("creditor_id", UUID.class), row -> row.get("why", String.class), (one, _) -> one));
    Function<BankAccount, Optional<String>> why = account -> Optional.ofNullable(holds.get(account.creditorId().value()));
    return accounts.all(scoped).stream().map(account -> new AccountLine(account, why.apply(account))).toList();
  }
}
