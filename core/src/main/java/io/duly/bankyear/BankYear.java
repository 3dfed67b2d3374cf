package io.duly.bankyear;

import io.duly.bankyear.Bills.Bill;
import io.duly.matching.OpenInvoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A year: who owes, what was billed, what came in and what it was for. */
public final class BankYear {
  private final List<Business> debtors;
  private final List<Bill> bills;
  private final List<Truth> payments;
  private final String ownAccount;

  private BankYear(List<Business> debtors, List<Bill> bills, List<Truth> payments, String ownAccount) {
    this.debtors = debtors;
    this.bills = bills;
    this.payments = payments;
    this.ownAccount = ownAccount;
  }

  /** The year of a seed. */
  public static BankYear of(Profile profile, long seed) {
    var dice = new Dice(seed);
    var names = new Names(dice, profile);
    var debtors = new Debtors(dice, profile, names).make();
    var bills = new Bills(dice, profile).make(debtors);
    var ownAccount = "DE" + dice.digits(20);
    var paying = new Paying(dice, profile, names, bills);
    Map<Business, List<Bill>> byDebtor = new LinkedHashMap<>();
    debtors.forEach(debtor -> byDebtor.put(debtor, new ArrayList<>()));
    bills.forEach(bill -> byDebtor.computeIfAbsent(bill.debtor(), _ -> new ArrayList<>()).add(bill));
    byDebtor.forEach(paying::all);
    var payments = new ArrayList<>(paying.made());
    var unrelated = new Unrelated(dice, ownAccount);
    int others = payments.size() * profile.unrelated() / 1_000;
    for (int at = 0; at < others; at++) {
      payments.add(unrelated.on(bills.getFirst().invoice().issuedOn().plusDays(dice.below(380))));
    }
    payments.sort(Comparator.comparing((Truth truth) -> truth.payment().day()).thenComparing(truth -> truth.payment().id()));
    return new BankYear(debtors, bills, payments, ownAccount);
  }

  /** In the order of days. */
  public List<Truth> payments() {
    return payments;
  }

  /** As issued, all open. */
  public List<OpenInvoice> invoices() {
    return bills.stream().map(Bill::invoice).toList();
  }

  List<Business> debtors() {
    return debtors;
  }

  String ownAccount() {
    return ownAccount;
  }
}
