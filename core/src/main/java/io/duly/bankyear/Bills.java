package io.duly.bankyear;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.matching.IssuedReference;
import io.duly.matching.OpenInvoice;
import io.duly.matching.ReferenceScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the invoices of the year, numbered in the order of their days. */
final class Bills {
  private static final LocalDate START = LocalDate.of(2025, 1, 2);

  private final Dice dice;
  private final Profile profile;

  Bills(Dice dice, Profile profile) {
    this.dice = dice;
    this.profile = profile;
  }

  /** An invoice and its debtor. */
  record Bill(OpenInvoice invoice, Business debtor) {}

  private record Draft(Business debtor, LocalDate on, long amount) {}

  List<Bill> make(List<Business> debtors) {
    var drafts = new ArrayList<Draft>();
    for (var debtor : debtors) {
      if (debtor.fixed() > 0) {
        int day = dice.below(28);
        for (int month = 0; month < 12; month++) {
          drafts.add(new Draft(debtor, START.plusMonths(month).plusDays(day), debtor.fixed()));
        }
      }
    }
    while (drafts.size() < profile.invoices()) {
      drafts.add(new Draft(dice.of(debtors), START.plusDays(dice.below(355)), amount()));
    }
    drafts.sort(Comparator.comparing(Draft::on).thenComparing(draft -> draft.debtor().number()));
    var bills = new ArrayList<Bill>();
    for (int at = 0; at < drafts.size(); at++) {
      bills.add(bill(drafts.get(at), profile.firstNumber() + at));
    }
    return bills;
  }

  /** Most are some hundreds, few are many thousands; some are round. */
  private long amount() {
    long amount = (long) (2_000 * Math.exp(dice.below(1_000) / 140.0)) + dice.below(5_000);
    return dice.oneIn(1, 8) ? Math.max(1, amount / 5_000) * 5_000 : amount;
  }

  private Bill bill(Draft draft, int running) {
    var number = number(draft.on().getYear(), running);
    var references = dice.permille(profile.referenced()) ? List.of(IssuedReference.fromNumber(ReferenceScheme.RF, number)) : List.<String>of();
    var gross = Money.ofMinor(draft.amount(), "EUR");
    var due = draft.on().plusDays(dice.of(List.of(14, 30, 30)));
    return new Bill(new OpenInvoice(new InvoiceId(dice.id()), draft.debtor().id(), number, references, gross, gross, draft.on(), due), draft.debtor());
  }

  private String number(int year, int running) {
    int width = (int) profile.numbers().chars().filter(one -> one == 'n').count();
    var digits = "0".repeat(Math.max(0, width - Integer.toString(running).length())) + running;
    return profile.numbers().replace("y", Integer.toString(year)).replaceFirst("n+", digits);
  }
}
