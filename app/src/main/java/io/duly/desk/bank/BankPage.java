package io.duly.desk.bank;

import io.duly.banking.BankAccount;
import io.duly.banking.BankAccounts;
import io.duly.banking.BankStatement;
import io.duly.banking.cash.CashMatching;
import io.duly.banking.cash.Waiting;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.payments.Asides;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts, their statements, and money that waits. */
@Controller
public final class BankPage {
  private static final int WAITING = 100;
  private static final int STATEMENTS = 200;

  private final Pages pages;
  private final Scope scope;
  private final BankAccounts accounts;
  private final CashMatching cash;
  private final Asides asides;

  BankPage(Pages pages, Scope scope, BankAccounts accounts, CashMatching cash, Asides asides) {
    this.pages = pages;
    this.scope = scope;
    this.accounts = accounts;
    this.cash = cash;
    this.asides = asides;
  }

  /** What the page of all accounts shows. */
  public record Shown(List<AccountLine> accounts, List<Waiting> waiting, List<Asides.Aside> asides) {}

  /** What the page of one account shows. */
  public record OneAccount(BankAccount account, List<BankStatement> statements) {}

  /** What the page of one payment shows. */
  public record Choosing(EntrySheet entry, List<OpenInvoice> invoices, String words) {}

  @GetMapping("/bank")
  ResponseEntity<byte[]> bank(Reader reader, Model flash) {
    var person = reader.person().orElseThrow();
    var shown = scope.reading(person, scoped -> new Shown(AccountLine.read(scoped, accounts), cash.waiting(scoped, WAITING), asides.waiting(scoped)));
    return pages.show("bank/page", reader, Map.of("shown", shown, "said", Told.on(flash), "may", person.role().mayChange()));
  }

  @GetMapping("/bank/accounts/{id}")
  ResponseEntity<byte[]> account(Reader reader, Model flash, @PathVariable UUID id) {
    var person = reader.person().orElseThrow();
    var shown = scope
        .reading(person, scoped ->
            accounts.account(scoped, id).map(account -> new OneAccount(account, accounts.statements(scoped, id, STATEMENTS))))
        .orElseThrow(NotThere::new);
    return pages.show("bank/account", reader, Map.of("shown", shown, "said", Told.on(flash), "may", person.role().mayChange()));
  }

  @GetMapping("/bank/entries/{id}")
  ResponseEntity<byte[]> entry(Reader reader, Model flash, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
    var person = reader.person().orElseThrow();
    var shown = scope
        .reading(person, scoped -> EntrySheet.find(scoped, id).map(entry -> new Choosing(entry, OpenInvoice.forMoney(scoped, id, q), q)))
        .orElseThrow(NotThere::new);
    return pages.show("bank/entry", reader, Map.of("shown", shown, "said", Told.on(flash), "may", person.role().mayChange()));
  }
}
