package io.duly.desk.approval;

import io.duly.approvals.Accounts;
import io.duly.approvals.Kind;
import io.duly.approvals.Proposal;
import io.duly.correspondence.template.PayTo;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a proposal does to the account of one currency.
 *
 * @param now empty where there is none
 * @param then empty where it is to be taken away
 */
public record AccountRow(String currency, Optional<PayTo> now, Optional<PayTo> then) {

  /** Of the currencies for which something changes; none where the proposal is not about accounts. */
  static List<AccountRow> of(Proposal proposal) {
    if (proposal.kind() != Kind.PAY_TO) {
      return List.of();
    }
    var now = Accounts.of(proposal.was());
    var then = Accounts.of(proposal.becomes());
    var currencies = new TreeSet<String>();
    Stream.concat(now.stream(), then.stream()).forEach(one -> currencies.add(one.currency().getCurrencyCode()));
    return currencies.stream().map(currency -> new AccountRow(currency, in(now, currency), in(then, currency))).filter(row -> !row.now().equals(row.then())).toList();
  }

  private static Optional<PayTo> in(List<PayTo> accounts, String currency) {
    return accounts.stream().filter(one -> one.currency().getCurrencyCode().equals(currency)).findFirst();
  }

  /** An account in the lines that a person compares. */
  public static List<String> lines(PayTo account) {
    return Stream.of(Optional.of(account.readable()), Optional.of(account.holder()), account.bic(), account.bank(), account.routing()).flatMap(Optional::stream).toList();
  }
}
