package io.duly.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Matches payments to the invoices of a book. Payments are taken in the order of their days and ids, whatever the order in
 * which they are given, and what one of them surely pays is no longer open for the next.
 */
public final class Matching {
  private final Book book;
  private final Settings settings;

  public Matching(Book book, Settings settings) {
    this.book = book;
    this.settings = settings;
  }

  /** A payment, and what is to be made of it. */
  public record Matched(Payment payment, Match match) {}

  /** Every payment, in the order of days and ids. Uses the processors there are. */
  public List<Matched> all(List<Payment> payments) {
    var ordered = payments.stream().sorted(Comparator.comparing(Payment::day).thenComparing(Payment::id)).toList();
    var opens = new Opens(book);
    var first = ordered.parallelStream().map(payment -> ask(payment, opens)).toList();
    return settle(first, opens);
  }

  /** A first answer, and the debtors on whose invoices it rests. */
  private record Answer(Payment payment, Verdict verdict, List<Integer> debtors) {}

  private List<Matched> settle(List<Answer> answers, Opens opens) {
    var matched = new ArrayList<Matched>(answers.size());
    for (var answer : answers) {
      boolean stale = answer.debtors().stream().anyMatch(opens::changed);
      var verdict = stale ? ask(answer.payment(), opens).verdict() : answer.verdict();
      verdict.sure().ifPresent(sure -> sure.take(opens));
      matched.add(new Matched(answer.payment(), verdict.match()));
    }
    return matched;
  }

  private Answer ask(Payment payment, Opens opens) {
    if (payment.account().map(Plain::compact).filter(book.debtors()::isOwn).isPresent()) {
      return new Answer(payment, Verdict.NOTHING, List.of());
    }
    var hits = Reading.of(book, payment);
    var payers = Payers.of(book.debtors(), payment);
    if (payers.stream().noneMatch(payer -> payer.strength() >= 2) && !hits.any(2)) {
      payers = more(payers, Payers.inText(book.debtors(), payment));
    }
    var asked = new Asked(book, opens, payment, hits, payers, new ByLaw(book, opens, settings.order()));
    var explanations = new ArrayList<>(new Named(asked).all());
    explanations.addAll(new ByPayer(asked).all());
    if (explanations.stream().noneMatch(Explanation::capable)) {
      explanations.addAll(new ByAmount(asked).all());
    }
    return new Answer(payment, new Weighing(asked, explanations).verdict(), debtors(asked, explanations));
  }

  private static List<Payer> more(List<Payer> payers, List<Payer> others) {
    var all = new ArrayList<>(payers);
    others.stream().filter(other -> Payers.strength(payers, other.debtor()) == 0).forEach(all::add);
    return all;
  }

  private List<Integer> debtors(Asked asked, List<Explanation> explanations) {
    var all = new ArrayList<Integer>();
    explanations.forEach(one -> one.invoices().forEach(invoice -> all.add(book.debtorOf(invoice))));
    asked.payers().forEach(payer -> all.add(payer.debtor()));
    asked.hits().all().forEach(hit -> all.add(book.debtorOf(hit.invoice())));
    return all.stream().distinct().toList();
  }
}
