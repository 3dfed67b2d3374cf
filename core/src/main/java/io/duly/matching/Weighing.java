package io.duly.matching;

import io.duly.kernel.Money;
import io.duly.matching.Match.Suspect;
import io.duly.matching.Why.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Weighs the explanations of one payment against each other. */
final class Weighing {
  private static final int PROPOSALS = 5;
  private static final int SUSPECTS = 12;
  private static final int SURE = 800;

  private final Asked asked;
  private final List<Explanation> explanations;

  Weighing(Asked asked, List<Explanation> all) {
    this.asked = asked;
    this.explanations = distinct(all);
  }

  /** The same invoices by two ways are one explanation: the better one. */
  private List<Explanation> distinct(List<Explanation> all) {
    var kept = new ArrayList<Explanation>();
    all.stream().filter(Explanation::likely).sorted(order()).forEach(one -> {
      if (kept.stream().noneMatch(one::samePart)) {
        kept.add(one);
      }
    });
    return kept;
  }

  private Comparator<Explanation> order() {
    return Comparator.comparing(Explanation::capable)
        .thenComparingInt(Explanation::points)
        .reversed()
        .thenComparingInt(one -> asked.book().due(one.invoices().getFirst()))
        .thenComparing(one -> asked.book().number(one.invoices().getFirst()));
  }

  Verdict verdict() {
    if (explanations.isEmpty()) {
      var suspects = suspects(List.of());
      return suspects.isEmpty() ? Verdict.NOTHING : new Verdict(new Match.Candidates(suspects), Optional.empty());
    }
    var first = explanations.getFirst();
    return first.capable() && first.credits().isEmpty() && explanations.stream().noneMatch(first::rivalledBy)
        ? new Verdict(sure(first), Optional.of(first))
        : new Verdict(new Match.Likely(explanations.stream().flatMap(this::choices).limit(PROPOSALS).toList(), suspects(explanations)), Optional.empty());
  }

  private Match.Sure sure(Explanation one) {
    var rest = one.left() > 0 ? List.of(suspect(one.debtor(), one.whys())) : List.<Suspect>of();
    return new Match.Sure(proposal(one, SURE + Math.min(200, one.points() / 5)), rest);
  }

  /** Whether a discount that was taken too late is granted, a person says by what is accepted. */
  private Stream<Proposal> choices(Explanation one) {
    var granting = likely(one);
    var late = one.whys().stream().filter(why -> why.code() == Code.DISCOUNT_LATE).findFirst();
    return late.isEmpty() ? Stream.of(granting) : Stream.of(granting, refusing(granting, Why.of(Code.DISCOUNT_NOT_GRANTED, late.get().values().getFirst())));
  }

  private static Proposal refusing(Proposal one, Why why) {
    var parts = one.parts().stream().map(part -> new Proposal.Part(part.invoice(), part.amount(), Optional.empty())).toList();
    return new Proposal(MatchKind.PARTIAL, parts, List.of(), one.left(), one.score(), Stream.concat(one.whys().stream(), Stream.of(why)).toList());
  }

  private Proposal likely(Explanation one) {
    var rivalled = one.capable() && explanations.stream().anyMatch(one::rivalledBy);
    var whys = rivalled ? one.with(Why.of(Code.RIVAL)) : one.whys();
    return proposal(new Explanation(one.kind(), one.debtor(), one.invoices(), one.amounts(), one.left(), one.named(), one.amount(), one.payer(),
        one.slipped(), one.doubtful(), whys, one.letGo(), one.credits()), Math.clamp(one.points() * 3 / 4, 1, SURE - 1));
  }

  private Proposal proposal(Explanation one, int score) {
    var currency = asked.payment().amount().currency();
    var parts = IntStream.range(0, one.invoices().size())
        .filter(at -> one.amounts().get(at) > 0)
        .mapToObj(at -> new Proposal.Part(asked.book().id(one.invoices().get(at)), new Money(one.amounts().get(at), currency), letGo(one, at, currency)))
        .toList();
    var credits = one.credits().stream()
        .map(share -> new Proposal.Credit(share.credit().id(), asked.book().id(share.invoice()), new Money(share.amount(), currency)))
        .toList();
    return new Proposal(one.kind(), parts, credits, new Money(one.left(), currency), score, one.whys());
  }

  private Optional<LetGo> letGo(Explanation one, int at, Currency currency) {
    long lacking = asked.open(one.invoices().get(at)) - one.amounts().get(at);
    return one.letGo().filter(_ -> lacking > 0).map(reason -> new LetGo(new Money(lacking, currency), reason));
  }

  /** Everybody whose it could be: of the explanations, of numbers paid already, by name, by a short number, by an amount that few owe. */
  private List<Suspect> suspects(List<Explanation> likely) {
    Map<Integer, List<Why>> whys = new LinkedHashMap<>();
    for (var one : likely) {
      one.invoices().forEach(invoice -> whys.putIfAbsent(asked.book().debtorOf(invoice), one.whys()));
    }
    for (var hit : asked.hits().all()) {
      if (hit.strength() >= 2 && hit.many() == 1) {
        whys.putIfAbsent(asked.book().debtorOf(hit.invoice()), List.of(named(hit)));
      }
    }
    asked.payers().forEach(payer -> whys.putIfAbsent(payer.debtor(), List.of(payer.why())));
    boolean nobody = whys.isEmpty();
    mentioned(whys);
    if (nobody) {
      new ByAmount(asked).debtors().forEach(debtor -> whys.putIfAbsent(debtor, List.of(exact())));
    }
    return whys.entrySet().stream().limit(SUSPECTS).map(entry -> suspect(entry.getKey(), entry.getValue())).toList();
  }

  private void mentioned(Map<Integer, List<Why>> whys) {
    for (int invoice : asked.hits().mentioned()) {
      if (asked.open(invoice) == asked.amount()) {
        var number = asked.book().number(invoice);
        whys.putIfAbsent(asked.book().debtorOf(invoice), List.of(Why.of(Code.NUMBER, number, number), exact()));
      }
    }
  }

  private Why exact() {
    return Why.of(Code.EXACT_AMOUNT, asked.payment().amount().plain());
  }

  private Why named(Hit hit) {
    var number = asked.book().number(hit.invoice());
    var abroad = asked.abroad(hit.invoice());
    if (abroad.isPresent()) {
      return Why.of(abroad.equals(asked.payment().original()) ? Code.ORIGINAL_AMOUNT : Code.OTHER_CURRENCY, number, abroad.get().toString());
    }
    return Why.of(asked.payable(hit.invoice()) ? Code.NUMBER : Code.PAID_ALREADY, number, hit.written());
  }

  private Suspect suspect(int debtor, List<Why> whys) {
    return new Suspect(asked.book().debtors().id(debtor), whys);
  }
}
