package io.duly.banking;

import io.duly.banking.books.AccountRows;
import io.duly.banking.books.Freshness;
import io.duly.banking.books.Missing;
import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The creditors' bank accounts: how far each is known, what is missing, its statements. Works in the caller's transaction. */
@Component
public final class BankAccounts {
  private static final String ACCOUNTS =
      """
      select a.*, c.name as creditor,
             (select count(*) from banking.statement s where s.account_id = a.id) as statements,
             (select s.closing from banking.statement s where s.account_id = a.id and s.kind = 'booked' and s.closing is not null
               order by s.closing_on desc, s.id desc limit 1) as balance
        from banking.account a join parties.creditor c on c.id = a.creditor_id
       where {0} order by a.closed_on is not null, c.name, a.number, a.currency
      """;
  private static final String STATEMENTS =
      """
      select s.*, a.currency, f.name as file,
             (select count(*) from banking.entry e where e.statement_id = s.id and e.receipt_id is not null) as receipts
        from banking.statement s join banking.account a on a.id = s.account_id join intake.file f on f.id = s.file_id
       where s.account_id = {0} order by coalesce(s.closing_on, s.to_day) desc nulls last, s.id desc limit {1}
      """;

  private final Freshness freshness;

  BankAccounts(Freshness freshness) {
    this.freshness = freshness;
  }

  /** All that the transaction may see; those in use first, by creditor and number. */
  public List<BankAccount> all(DSLContext tx) {
    return accounts(tx, DSL.trueCondition());
  }

  public Optional<BankAccount> account(DSLContext tx, UUID id) {
    return accounts(tx, DSL.condition("a.id = {0}", DSL.val(id))).stream().findFirst();
  }

  private static List<BankAccount> accounts(DSLContext tx, Condition which) {
    return tx.fetch(ACCOUNTS, which).map(row -> account(tx, row));
  }

  private static BankAccount account(DSLContext tx, Record row) {
    var id = row.get("id", UUID.class);
    var currency = Currency.getInstance(row.get("currency", String.class));
    return new BankAccount(
        id, new CreditorId(row.get("creditor_id", UUID.class)), row.get("creditor", String.class), row.get("number", String.class), currency,
        Optional.ofNullable(row.get("name", String.class)), Optional.ofNullable(row.get("bank", String.class)),
        Optional.ofNullable(row.get("known_to", LocalDate.class)), Optional.ofNullable(row.get("closed_on", LocalDate.class)), row.get("statements", Long.class),
        money(row, "balance", currency), new AccountRows(tx).shelf(id).gaps().stream().map(gap -> gap(gap, currency)).toList());
  }

  private static BankAccount.Gap gap(Missing gap, Currency currency) {
    return new BankAccount.Gap(gap.before().ends(), gap.after().ends(), new Money(gap.amount(), currency));
  }

  /** The latest statements of an account, the latest first. */
  public List<BankStatement> statements(DSLContext tx, UUID account, int most) {
    return tx.fetch(STATEMENTS, DSL.val(account), DSL.inline(most)).map(BankAccounts::statement);
  }

  private static BankStatement statement(Record row) {
    var currency = Currency.getInstance(row.get("currency", String.class));
    return new BankStatement(
        row.get("id", UUID.class), row.get("kind", String.class), row.get("format", String.class).split("#", 2)[0], Optional.ofNullable(row.get("number", String.class)),
        Optional.ofNullable(row.get("bank_id", String.class)), Optional.ofNullable(row.get("from_day", LocalDate.class)).or(() -> Optional.ofNullable(row.get("opening_on", LocalDate.class))),
        Optional.ofNullable(row.get("closing_on", LocalDate.class)).or(() -> Optional.ofNullable(row.get("to_day", LocalDate.class))),
        money(row, "opening", currency), money(row, "closing", currency), row.get("entries", Integer.class), new Money(row.get("total", Long.class), currency),
        row.get("receipts", Long.class), row.get("file", String.class), List.of(row.get("findings", String[].class)));
  }

  private static Optional<Money> money(Record row, String column, Currency currency) {
    return Optional.ofNullable(row.get(column, Long.class)).map(minor -> new Money(minor, currency));
  }

  /** The account is not used any more: its data is not waited for; a hold that stood for it alone ends. */
  public void close(DSLContext tx, BankAccount account, Recorded by) {
    use(tx, account, Optional.of(by.on()), by);
  }

  /** The account is used again. */
  public void reopen(DSLContext tx, BankAccount account, Recorded by) {
    use(tx, account, Optional.empty(), by);
  }

  /**
   * What is missing before the statement that ends on this day will never come: the chain goes on without it. The acceptance
   * stays with who said it and why; a hold that stood for the account alone ends.
   *
   * @throws IllegalArgumentException where nothing is missing before such a statement
   */
  public BankAccount.Gap acceptGap(DSLContext tx, BankAccount account, LocalDate until, String why, Recorded by) {
    var rows = new AccountRows(tx);
    var gap = rows.shelf(account.id()).gaps().stream().filter(one -> one.after().ends().equals(until)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Nothing is missing before a statement of account " + account.number() + " that ends on " + until + "."));
    rows.accept(account.id(), account.creditorId().value(), gap, why, by);
    freshness.changed(tx, List.of(account.creditorId()), by);
    return gap(gap, account.currency());
  }

  private void use(DSLContext tx, BankAccount account, Optional<LocalDate> closedOn, Recorded by) {
    tx.execute("update banking.account set closed_on = {0} where id = {1}", DSL.val(closedOn.orElse(null), LocalDate.class), DSL.val(account.id()));
    freshness.changed(tx, List.of(account.creditorId()), by);
  }
}
