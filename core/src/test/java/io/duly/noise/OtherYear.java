package io.duly.noise;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.matching.IssuedReference;
import io.duly.matching.OpenInvoice;
import io.duly.matching.ReferenceScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Buyers, invoices and money of one creditor and one year. */
public final class OtherYear {
  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final long[] PRICES = {2_990, 4_900, 9_900, 11_900, 23_800, 59_500};

  private final Dice dice;
  private final Numbering numbering;
  private final List<Buyer> buyers = new ArrayList<>();
  private final List<Billed> bills = new ArrayList<>();
  private final List<Paid> payments = new ArrayList<>();
  private final String ownAccount;

  private OtherYear(Numbering numbering, long seed) {
    this.dice = new Dice(seed * 31 + numbering.name().hashCode());
    this.numbering = numbering;
    this.ownAccount = dice.iban();
  }

  /** The same from the same seed. */
  public static OtherYear of(Numbering numbering, int buyers, int invoices, long seed) {
    var year = new OtherYear(numbering, seed);
    year.people(buyers);
    year.bill(invoices);
    var spending = new Spending(year.dice, year.bills, year.ownAccount);
    year.buyers.forEach(buyer -> spending.by(buyer, year.buyers));
    spending.others(invoices / 12);
    year.payments.addAll(spending.made());
    year.payments.sort(Comparator.comparing((Paid paid) -> paid.payment().day()).thenComparing(paid -> paid.payment().id()));
    return year;
  }

  private void people(int count) {
    var callings = new Callings(dice);
    for (int at = 0; at < count; at++) {
      var number = Integer.toString(70_000 + at * 13);
      var name = callings.next();
      var called = new ArrayList<String>();
      var accounts = new ArrayList<String>();
      for (int account = dice.percent(20) ? 2 : 1; account > 0; account--) {
        called.add(callings.asABankHasIt(name));
        accounts.add(dice.iban());
      }
      boolean subsidiary = at > 0 && dice.percent(5);
      var payer = subsidiary ? dice.of(buyers).payer() : number;
      buyers.add(new Buyer(new DebtorId(dice.id()), number, name, called, accounts, dice.upTo(7), habit(), dice.percent(35) ? PRICES[dice.upTo(PRICES.length - 1)] : 0, payer));
    }
  }

  private Buyer.Habit habit() {
    int draw = dice.upTo(99);
    if (draw < 36) {
      return Buyer.Habit.AS_PRINTED;
    }
    return draw < 50 ? Buyer.Habit.LIST_OF_A_PROGRAM : draw < 66 ? Buyer.Habit.BARE : draw < 84 ? Buyer.Habit.CARELESS
        : draw < 90 ? Buyer.Habit.BY_CUSTOMER_NUMBER : draw < 95 ? Buyer.Habit.BY_ORDER : Buyer.Habit.BY_DATE;
  }

  private record Draft(Buyer buyer, LocalDate on, long amount) {}

  private void bill(int count) {
    var drafts = new ArrayList<Draft>();
    for (int at = 0; at < count; at++) {
      var buyer = dice.of(buyers);
      long amount = buyer.fixed() > 0 && dice.percent(85) ? buyer.fixed() : amount();
      drafts.add(new Draft(buyer, START.plusDays(dice.upTo(340)), amount));
    }
    drafts.sort(Comparator.comparing(Draft::on).thenComparing(draft -> draft.buyer().number()));
    for (int at = 0; at < drafts.size(); at++) {
      var draft = drafts.get(at);
      var number = numbering.number(at, draft.on().getMonthValue(), dice.random());
      var references = dice.percent(12) ? List.of(IssuedReference.fromNumber(ReferenceScheme.RF, "C" + at)) : List.<String>of();
      var gross = Money.ofMinor(draft.amount(), "EUR");
      bills.add(new Billed(new OpenInvoice(new InvoiceId(dice.id()), draft.buyer().id(), number, references, gross, gross, draft.on(), draft.on().plusDays(dice.percent(50) ? 14 : 30)),
          draft.buyer(), Integer.toString(880_000 + dice.upTo(90_000))));
    }
  }

  private long amount() {
    return switch (dice.upTo(3)) {
      case 0 -> dice.from(20, 400) * 500L;
      case 1 -> dice.from(1_000, 90_000);
      default -> dice.from(10_000, 2_500_000);
    };
  }

  /** In the order of days. */
  public List<Paid> payments() {
    return payments;
  }

  /** As issued, all open. */
  public List<Billed> bills() {
    return bills;
  }

  public List<Buyer> buyers() {
    return buyers;
  }

  public String ownAccount() {
    return ownAccount;
  }
}
