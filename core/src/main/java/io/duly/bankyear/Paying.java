package io.duly.bankyear;

import io.duly.bankyear.Bills.Bill;
import io.duly.bankyear.Business.Style;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.matching.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets debtors pay, each in its way and with its slips. */
final class Paying {
  private final Dice dice;
  private final Profile profile;
  private final Names names;
  private final List<Bill> bills;
  private final Writing writing;
  private final List<Truth> made = new ArrayList<>();

  Paying(Dice dice, Profile profile, Names names, List<Bill> bills) {
    this.dice = dice;
    this.profile = profile;
    this.names = names;
    this.bills = bills;
    this.writing = new Writing(dice, profile);
  }

  List<Truth> made() {
    return made;
  }

  void all(Business debtor, List<Bill> own) {
    for (int at = 0; at < own.size(); ) {
      int many = together(debtor, own, at);
      var group = own.subList(at, at + many);
      at += many;
      if (!dice.permille(40)) {
        pay(debtor, group, own);
      }
    }
  }

  /** How many it pays at once: those billed within two weeks, if it pays in runs. */
  private int together(Business debtor, List<Bill> own, int from) {
    if (!debtor.payRuns() && !dice.permille(profile.combined() / 6)) {
      return 1;
    }
    int many = 1;
    while (from + many < own.size() && many < 9 && own.get(from + many).invoice().issuedOn().isBefore(own.get(from).invoice().issuedOn().plusDays(16))) {
      many++;
    }
    return many;
  }

  private void pay(Business debtor, List<Bill> group, List<Bill> own) {
    var last = group.getLast().invoice();
    var day = later(last.issuedOn().plusDays(1), last.dueOn().plusDays(debtor.slow() + dice.between(-4, 9)));
    long sum = group.stream().mapToLong(bill -> bill.invoice().gross().minor()).sum();
    var draft = new Draft(debtor, group, day, sum);
    if (group.size() == 1 && dice.permille(profile.partials())) {
      parts(draft);
    } else if (group.size() == 1 && dice.permille(profile.wrongReference())) {
      wrongReference(draft, own);
    } else {
      departing(draft);
    }
  }

  private record Draft(Business debtor, List<Bill> bills, LocalDate day, long amount) {
    Draft of(LocalDate on, long other) {
      return new Draft(debtor, bills, on, other);
    }

    Set<InvoiceId> invoices() {
      var ids = new LinkedHashSet<InvoiceId>();
      bills.forEach(bill -> ids.add(bill.invoice().id()));
      return ids;
    }
  }

  private void departing(Draft draft) {
    if (draft.debtor().takesDiscount() && dice.oneIn(3, 4)) {
      int percent = dice.of(List.of(2, 2, 3));
      long less = draft.bills().stream().mapToLong(bill -> Math.round(bill.invoice().gross().minor() * percent / 100.0)).sum();
      write(draft.of(draft.bills().getLast().invoice().issuedOn().plusDays(dice.between(3, 14)), draft.amount() - less), Trait.DISCOUNT);
    } else if (draft.debtor().foreign() && draft.amount() > 20_000 && dice.oneIn(1, 3)) {
      write(draft.of(draft.day(), draft.amount() - dice.of(List.of(500L, 700L, 1_000L, 1_250L, 1_500L, 2_000L, 2_550L))), Trait.CHARGES);
    } else if (dice.permille(profile.overpaid())) {
      write(draft.of(draft.day(), more(draft.amount())), Trait.OVERPAID);
    } else {
      write(draft, draft.bills().size() > 1 ? Trait.COMBINED : Trait.NUMBER);
    }
  }

  private long more(long amount) {
    return switch (dice.below(3)) {
      case 0 -> (amount / 1_000 + 1) * 1_000;
      case 1 -> amount + 900;
      default -> amount + dice.between(1, 20_000);
    };
  }

  private void parts(Draft draft) {
    long first = draft.amount() * dice.between(3, 6) / 10;
    long round = first > 20_000 ? first / 10_000 * 10_000 : Math.max(1, first);
    write(draft.of(draft.day(), round), Trait.PARTIAL);
    write(draft.of(draft.day().plusDays(dice.between(10, 40)), draft.amount() - round), Trait.PARTIAL);
  }

  /** An older number is copied into the transfer: one of its own invoices, of another amount. */
  private void wrongReference(Draft draft, List<Bill> own) {
    var bill = draft.bills().getFirst();
    var others = own.stream()
        .filter(other -> other.invoice().issuedOn().isBefore(bill.invoice().issuedOn()) && !other.invoice().gross().equals(bill.invoice().gross()))
        .toList();
    if (others.isEmpty()) {
      write(draft, Trait.NUMBER);
      return;
    }
    var text = writing.of(draft.debtor(), List.of(dice.of(others)));
    add(draft, text, List.of(), Trait.WRONG_REFERENCE, payer(draft.debtor()), draft.invoices());
  }

  private void write(Draft draft, Trait trait) {
    var references = draft.bills().stream().flatMap(bill -> bill.invoice().references().stream()).toList();
    boolean structured = draft.debtor().style() == Style.REFERENCE && draft.bills().size() == 1 && !references.isEmpty();
    if (structured) {
      reference(draft, references.getFirst(), trait);
    } else {
      free(draft, trait);
    }
    if (dice.permille(profile.paidTwice())) {
      var text = writing.of(draft.debtor(), draft.bills());
      add(draft.of(draft.day().plusDays(dice.between(2, 30)), draft.amount()), text, List.of(), Trait.PAID_TWICE, payer(draft.debtor()), Set.of());
    }
  }

  private void reference(Draft draft, String reference, Trait trait) {
    var kind = trait == Trait.NUMBER ? Trait.REFERENCE : trait;
    boolean field = dice.oneIn(2, 3);
    var grouped = reference.replaceAll("(.{4})(?=.)", "$1 ");
    add(draft, field ? "" : dice.oneIn(1, 2) ? grouped : reference, field ? List.of(reference) : List.of(), kind, payer(draft.debtor()), draft.invoices());
  }

  private void free(Draft draft, Trait trait) {
    boolean following = draft.bills().size() > 2 && consecutive(draft.bills());
    var text = following && dice.oneIn(2, 3) ? writing.range(draft.debtor(), draft.bills()) : writing.of(draft.debtor(), draft.bills());
    var kind = trait == Trait.NUMBER && draft.debtor().style() == Style.SLOPPY ? Trait.SLOPPY : trait;
    var payer = payer(draft.debtor());
    if (dice.permille(profile.mistyped())) {
      text = writing.mistyped(text);
      kind = Trait.MISTYPED;
    } else if (dice.permille(profile.cutOff()) || text.length() > 140) {
      int at = text.length() > 140 ? 140 : dice.of(profile.cutAt());
      kind = text.length() > at ? Trait.CUT_OFF : kind;
      text = text.substring(0, Math.min(at, text.length()));
    } else if (dice.permille(profile.noText())) {
      text = writing.nothing();
      kind = Trait.NO_TEXT;
    } else if (dice.permille(profile.otherPayer())) {
      payer = new Payer(Optional.of(names.unlike()), Optional.of("DE" + dice.digits(20)));
      kind = Trait.OTHER_PAYER;
    }
    add(draft, text, List.of(), kind, payer, draft.invoices());
  }

  private boolean consecutive(List<Bill> group) {
    int first = bills.indexOf(group.getFirst());
    return bills.indexOf(group.getLast()) - first == group.size() - 1;
  }

  private record Payer(Optional<String> name, Optional<String> account) {}

  private Payer payer(Business debtor) {
    int account = dice.below(debtor.accounts().size());
    return new Payer(
        dice.permille(profile.noName()) ? Optional.empty() : Optional.of(debtor.called().get(account)),
        dice.permille(profile.noName()) ? Optional.empty() : Optional.of(debtor.accounts().get(account)));
  }

  private void add(Draft draft, String text, List<String> references, Trait trait, Payer payer, Set<InvoiceId> invoices) {
    var payment = new Payment(dice.id(), draft.day(), Money.ofMinor(draft.amount(), "EUR"), references, List.of(), text, Optional.empty(),
        payer.name(), Optional.empty(), payer.account(), Optional.empty());
    made.add(new Truth(payment, trait, invoices));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
