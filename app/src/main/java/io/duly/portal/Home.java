package io.duly.portal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the debtor sees first.
 *
 * @param sender to whom it is owed, as the letters call them
 * @param phone at which a person can be called
 * @param country of the debtor
 * @param zone by which the debtor's days are counted
 * @param paysOnline somebody takes payments online for the creditor
 */
public record Home(String sender, String debtor, Optional<String> person, Optional<String> phone, Optional<String> country, ZoneId zone, List<Account> accounts, boolean paysOnline) {
  public Home {
    accounts = List.copyOf(accounts);
  }

  public int openInvoices() {
    return accounts.stream().mapToInt(account -> account.open().size()).sum();
  }

  /** One of theirs; empty where there is none of that id. */
  public Optional<Owing> invoice(UUID id) {
    return accounts.stream().flatMap(account -> account.invoices().stream()).filter(one -> one.id().equals(id)).findFirst();
  }

  public boolean isNothingOpen() {
    return openInvoices() == 0;
  }

  /** Thanks are due for that only: not where we were wrong, or let something go. */
  public boolean isAllPaid() {
    return isNothingOpen() && accounts.stream().allMatch(Account::isPaid);
  }
}
