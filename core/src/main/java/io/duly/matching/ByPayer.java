package io.duly.matching;

import io.duly.matching.Why.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Explains a payment by who paid and how much, where it names nothing or names it wrongly. */
final class ByPayer {
  private static final int MOST = 400;
  /** Of so few invoices hardly two choices make one sum by chance. */
  private static final int FEW = 6;

  private final Asked asked;
  private final Explaining explaining;
  private final Nearly nearly;

  ByPayer(Asked asked) {
    this.asked = asked;
    this.explaining = new Explaining(asked);
    this.nearly = new Nearly(asked.hits());
  }

  List<Explanation> all() {
    var found = new ArrayList<Explanation>();
    for (var payer : asked.payers()) {
      var open = asked.openOf(payer.debtor(), MOST);
      if (!open.isEmpty()) {
        found.addAll(of(payer, open));
      }
    }
    return found;
  }

  private List<Explanation> of(Payer payer, List<Integer> open) {
    var found = new ArrayList<Explanation>();
    var exact = written(payer.debtor());
    var same = open.stream().filter(invoice -> asked.open(invoice) == asked.amount()).toList();
    var dated = same.stream().filter(this::dated).toList();
    same.forEach(invoice -> found.add(dated.size() == 1 && dated.contains(invoice) ? byDay(payer, invoice) : one(payer, invoice, exact)));
    if (open.size() > 1) {
      whole(payer, open, found);
    }
    agreed(payer, open, found);
    if (found.isEmpty() && payer.strength() >= 2) {
      some(payer, open, found);
      less(payer, open, exact, found);
      mistyped(payer, open, exact, found);
    }
    if (found.isEmpty() && payer.strength() >= 2 && asked.hits().all().isEmpty()) {
      found.add(onAccount(payer, open));
    }
    return found;
  }

  /** What of the text names invoices of the debtor exactly, or one that was paid with this amount. */
  private Set<String> written(int debtor) {
    return asked.hits().all().stream()
        .filter(hit -> hit.strength() >= 2 && (asked.book().debtorOf(hit.invoice()) == debtor || paid(hit)))
        .map(Hit::written)
        .collect(Collectors.toSet());
  }

  private Explanation one(Payer payer, int invoice, Set<String> exact) {
    var begun = nearly.begun(asked.book().number(invoice));
    if (begun.isPresent()) {
      return cutOff(payer, invoice, begun.get());
    }
    var near = nearly.written(asked.book().number(invoice), exact);
    var kind = payer.strength() == 3 ? MatchKind.ACCOUNT_HISTORY : MatchKind.NAME_AMOUNT;
    return near.map(text -> slipped(payer, invoice, text))
        .orElseGet(() -> unnamed(explaining.of(kind, payer.debtor(), List.of(invoice), asked.fit(List.of(invoice)), 0, false, List.of())));
  }

  private boolean dated(int invoice) {
    return asked.hits().dated(asked.book().issued(invoice));
  }

  private Explanation byDay(Payer payer, int invoice) {
    var why = Why.of(Code.DATED, LocalDate.ofEpochDay(asked.book().issued(invoice)).toString());
    return unnamed(explaining.of(MatchKind.NAME_AMOUNT, payer.debtor(), List.of(invoice), asked.fit(List.of(invoice)), 1, false, List.of(why)));
  }

  /** A number that begins as this one and was cut off by a bank is no slip of the payer's. */
  private Explanation cutOff(Payer payer, int invoice, String text) {
    var why = Why.of(Code.NEARLY_NUMBER, asked.book().number(invoice), text);
    return explaining.of(MatchKind.MISTYPED_NUMBER, payer.debtor(), List.of(invoice), asked.fit(List.of(invoice)), 1, false, List.of(why));
  }

  private Explanation slipped(Payer payer, int invoice, String text) {
    var why = Why.of(Code.NEARLY_NUMBER, asked.book().number(invoice), text);
    return explaining.of(MatchKind.MISTYPED_NUMBER, payer.debtor(), List.of(invoice), asked.fit(List.of(invoice)), 1, true, List.of(why));
  }

  /** Who names another number does not mean this invoice, as far as one can tell. */
  private Explanation unnamed(Explanation explained) {
    var unknown = asked.hits().unknown().stream().filter(text -> explained.invoices().stream().noneMatch(invoice -> Dates.is(text, asked.book().issued(invoice)))).toList();
    if (!unknown.isEmpty()) {
      return explained.doubted(Why.of(Code.UNKNOWN_NUMBER, unknown.getFirst()));
    }
    if (explained.invoices().stream().noneMatch(this::dated) && ofAnotherDay(explained.debtor())) {
      return explained.doubted(Why.of(Code.RIVAL));
    }
    var other = asked.hits().all().stream().filter(hit -> !explained.invoices().contains(hit.invoice()) && (hit.strength() >= 2 || paid(hit, explained.debtor()))).findFirst();
    return other.map(hit -> explained.doubted(Why.of(Code.NUMBER, asked.book().number(hit.invoice()), hit.written()))).orElse(explained);
  }

  /** A few digits that name what was paid with this very amount. */
  private boolean paid(Hit hit, int debtor) {
    return asked.book().debtorOf(hit.invoice()) == debtor && paid(hit);
  }

  private boolean paid(Hit hit) {
    return asked.book().gross(hit.invoice()) == asked.amount() && !asked.payable(hit.invoice());
  }

  /** The text has the day of another invoice of the debtor, open or paid. */
  private boolean ofAnotherDay(int debtor) {
    return Arrays.stream(asked.book().of(debtor)).anyMatch(this::dated);
  }

  private void whole(Payer payer, List<Integer> open, List<Explanation> found) {
    var due = open.stream().filter(invoice -> asked.book().due(invoice) <= asked.payment().day().toEpochDay()).toList();
    for (var set : open.equals(due) ? List.of(open) : List.of(open, due)) {
      if (set.size() > 1 && asked.sum(set) == asked.amount()) {
        var fit = asked.fit(set);
        var told = alike(set) ? fit.withStrength(1) : fit;
        found.add(unnamed(explaining.of(MatchKind.WHOLE_BALANCE, payer.debtor(), set, told, 0, false, List.of())));
      }
    }
  }

  /** One amount twice may be two others of that amount, where money that came before still waits. */
  private boolean alike(List<Integer> set) {
    return set.stream().map(asked::open).distinct().count() < set.size();
  }

  private void some(Payer payer, List<Integer> open, List<Explanation> found) {
    Sums.only(open.stream().mapToLong(asked::open).toArray(), asked.amount())
        .ifPresent(places -> {
          var set = places.stream().map(open::get).toList();
          var fit = asked.fit(set);
          found.add(unnamed(explaining.of(MatchKind.SUM_OF_SOME, payer.debtor(), set, fit.withStrength(open.size() <= FEW ? 2 : 1), 0, false, List.of())));
        });
  }

  private void less(Payer payer, List<Integer> open, Set<String> exact, List<Explanation> found) {
    for (int invoice : open) {
      var fit = asked.fit(List.of(invoice));
      if (fit.strength() > 0 && found.size() < 4) {
        var near = nearly.written(asked.book().number(invoice), exact);
        var whys = near.map(text -> List.of(Why.of(Code.NEARLY_NUMBER, asked.book().number(invoice), text))).orElse(List.of());
        found.add(explaining.of(MatchKind.NAME_AMOUNT, payer.debtor(), List.of(invoice), fit.withStrength(1),
            near.isPresent() ? 1 : 0, near.isPresent(), whys));
      }
    }
  }

  /** What was agreed is expected, so that it need name nothing; whoever names an invoice means that one. */
  private void agreed(Payer payer, List<Integer> open, List<Explanation> found) {
    if (asked.hits().any(2)) {
      return;
    }
    for (var one : asked.book().awaited(payer.debtor())) {
      var about = open.stream().filter(invoice -> one.of().isEmpty() || one.of().contains(asked.book().id(invoice))).toList();
      if (one.amount().equals(asked.payment().amount()) && !about.isEmpty() && asked.sum(about) + one.charges() >= asked.amount()) {
        var shares = asked.law().share(asked.payment(), about, false);
        long left = asked.amount() - shares.amounts().stream().mapToLong(Long::longValue).sum();
        var why = List.of(payer.why(), Why.of(Code.AWAITED, asked.payment().amount().plain()), Why.of(Code.BY_LAW, shares.why()));
        found.add(unnamed(new Explanation(MatchKind.AWAITED, payer.debtor(), shares.invoices(), shares.amounts(), left, 0, 2, payer.strength(), false, false, why, Optional.empty())));
      }
    }
  }

  private void mistyped(Payer payer, List<Integer> open, Set<String> exact, List<Explanation> found) {
    for (int invoice : open) {
      if (found.size() < 4) {
        nearly.written(asked.book().number(invoice), exact).ifPresent(text -> found.add(slipped(payer, invoice, text)));
      }
    }
  }

  private Explanation onAccount(Payer payer, List<Integer> open) {
    var shares = asked.law().share(asked.payment(), open, false);
    long given = shares.amounts().stream().mapToLong(Long::longValue).sum();
    var why = List.of(payer.why(), Why.of(Code.BY_LAW, shares.why()));
    return new Explanation(MatchKind.ON_ACCOUNT, payer.debtor(), shares.invoices(), shares.amounts(), asked.amount() - given, 0, 0, payer.strength(), false, true, why, Optional.empty());
  }
}
