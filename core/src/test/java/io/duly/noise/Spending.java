package io.duly.noise;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.matching.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets buyers pay. */
final class Spending {
  private final Dice dice;
  private final List<Billed> all;
  private final String ownAccount;
  private final Scribe scribe;
  private final Strangers strangers;
  private final List<Paid> made = new ArrayList<>();

  Spending(Dice dice, List<Billed> all, String ownAccount) {
    this.dice = dice;
    this.all = all;
    this.ownAccount = ownAccount;
    this.scribe = new Scribe(dice);
    this.strangers = new Strangers(dice, all);
  }

  List<Paid> made() {
    return made;
  }

  private record Meant(Buyer buyer, Buyer payer, List<Billed> bills, LocalDate day, long amount, String kind) {
    Meant of(long other, String what) {
      return new Meant(buyer, payer, bills, day, other, what);
    }

    Set<InvoiceId> ids() {
      var ids = new LinkedHashSet<InvoiceId>();
      bills.forEach(bill -> ids.add(bill.invoice().id()));
      return ids;
    }
  }

  void by(Buyer buyer, List<Buyer> buyers) {
    var own = all.stream().filter(bill -> bill.buyer().equals(buyer)).toList();
    var payer = buyers.stream().filter(one -> one.number().equals(buyer.payer())).findFirst().orElse(buyer);
    for (int at = 0; at < own.size(); ) {
      int many = Math.min(own.size() - at, dice.percent(18) ? dice.from(2, 5) : 1);
      var group = own.subList(at, at + many);
      at += many;
      if (dice.percent(96)) {
        pay(buyer, payer, group, own);
      }
    }
  }

  private void pay(Buyer buyer, Buyer payer, List<Billed> group, List<Billed> own) {
    var due = group.getLast().invoice().dueOn();
    var day = due.plusDays(dice.from(-9, 25));
    var issued = group.getLast().invoice().issuedOn();
    long sum = group.stream().mapToLong(bill -> bill.invoice().gross().minor()).sum();
    var money = new Meant(buyer, payer, group, day.isBefore(issued) ? issued : day, sum, payer.equals(buyer) ? group.size() > 1 ? "several" : kind(buyer) : "group");
    if (dice.percent(2.5)) {
      long less = sum - Math.round(sum * dice.of(List.of(0.01, 0.02, 0.03)));
      var early = issued.plusDays(dice.from(2, 13));
      write(new Meant(buyer, payer, group, early, less, "discount"));
    } else if (group.size() == 1 && dice.percent(1.5) && sum > 5_000) {
      long part = sum > 40_000 ? sum / 20_000 * 10_000 : sum / 3;
      write(money.of(part, "part"));
      write(new Meant(buyer, payer, group, money.day().plusDays(dice.from(5, 30)), sum - part, "part"));
    } else if (dice.percent(1)) {
      write(money.of(sum + dice.of(List.of(1L, 10L, 90L, 500L, 1_000L, 2_500L)), "more"));
    } else if (dice.percent(1) && sum > 30_000) {
      write(money.of(sum - dice.of(List.of(350L, 600L, 1_000L, 1_500L)), "bank charges"));
    } else if (group.size() == 1 && dice.percent(0.5) && own.size() > 3) {
      wrongNumber(money, own);
    } else {
      write(money);
    }
  }

  private static String kind(Buyer buyer) {
    return buyer.habit().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** The number of another of its invoices, copied from the last transfer. */
  private void wrongNumber(Meant money, List<Billed> own) {
    var others = own.stream().filter(bill -> !money.bills().contains(bill) && !bill.invoice().gross().equals(money.bills().getFirst().invoice().gross()) && bill.invoice().issuedOn().isBefore(money.day())).toList();
    if (others.isEmpty()) {
      write(money);
    } else {
      add(money.of(money.amount(), "wrong number"), scribe.text(money.buyer(), List.of(dice.of(others))), List.of(), money.ids());
    }
  }

  private void write(Meant money) {
    var reference = money.bills().getFirst().invoice().references();
    if (money.bills().size() == 1 && !reference.isEmpty() && dice.percent(60)) {
      boolean field = dice.percent(50);
      add(money.of(money.amount(), money.kind().equals("part") ? "part" : "reference"), field ? "" : spread(reference.getFirst()), field ? reference : List.of(), money.ids());
      return;
    }
    var text = money.bills().size() > 2 && following(money.bills()) ? scribe.range(money.buyer(), money.bills()) : scribe.text(money.buyer(), money.bills());
    var kind = money.kind();
    if (dice.percent(1.2)) {
      text = scribe.slip(text);
      kind = "slip";
    } else if (dice.percent(1)) {
      text = dice.of("", Phrases.vague(money.buyer().tongue()), "NOTPROVIDED");
      kind = "no word";
    }
    var said = scribe.wrapped(text, money.buyer());
    if (dice.percent(2)) {
      said = said.replace(" ", "");
      kind = kind.equals("no word") ? kind : "blanks dropped";
    }
    int most = dice.percent(8) ? 35 : 140;
    if (said.length() > most) {
      said = said.substring(0, most);
      kind = "cut off";
    }
    add(money.of(money.amount(), kind), said, List.of(), money.ids());
    if (dice.percent(0.7)) {
      var again = new Meant(money.buyer(), money.payer(), money.bills(), money.day().plusDays(dice.from(1, 20)), money.amount(), "paid twice");
      add(again, said, List.of(), Set.of());
    }
  }

  private static String spread(String reference) {
    return reference.replaceAll("(.{4})(?=.)", "$1 ");
  }

  private boolean following(List<Billed> bills) {
    int first = all.indexOf(bills.getFirst());
    return all.indexOf(bills.getLast()) - first == bills.size() - 1;
  }

  private void add(Meant money, String text, List<String> references, Set<InvoiceId> ids) {
    var payer = money.payer();
    int account = dice.upTo(payer.accounts().size() - 1);
    boolean silent = dice.percent(4);
    boolean somebody = dice.percent(1);
    var name = somebody ? new Callings(dice).next() : payer.called().get(account);
    var number = somebody ? dice.iban() : payer.accounts().get(account);
    made.add(new Paid(new Payment(dice.id(), money.day(), Money.ofMinor(money.amount(), "EUR"), references, List.of(), text, Optional.empty(),
        silent ? Optional.empty() : Optional.of(name), Optional.empty(), silent && dice.percent(50) ? Optional.empty() : Optional.of(number), Optional.empty()),
        somebody ? "somebody else" : money.kind(), ids));
  }

  /** Money that pays no invoice. */
  void others(int count) {
    for (int at = 0; at < count; at++) {
      made.add(strangers.next(ownAccount));
    }
  }
}
