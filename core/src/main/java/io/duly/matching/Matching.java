package io.duly.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Matches payments to the invoices of a book. Payments are taken in the order of their days and ids, whatever the order in
 * which they are given, and what one of them surely pays is no longer open for the next.
 */
public final class Matching {
  /** So many are read before the first of them is settled; bounds what is kept in memory. */
  private static final int AT_ONCE = 8_192;

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
    var begun = new Opens(book);
    var opens = new Opens(book);
    var matched = new ArrayList<Matched>(ordered.size());
    for (int from = 0; from < ordered.size(); from += AT_ONCE) {
      var some = ordered.subList(from, Math.min(ordered.size(), from + AT_ONCE));
      opens.mark();
      some.parallelStream().map(payment -> ask(payment, begun, opens)).toList().forEach(answer -> matched.add(settle(answer, opens)));
    }
    return matched;
  }

  /** What a payment says, whatever is open, and the debtors that it speaks of. */
  private record Said(Payment payment, Hits hits, List<Payer> payers, Set<Integer> debtors) {}

  /**
   * An answer before its turn.
   *
   * @param debtors on whose invoices it rests: where one of them was paid meanwhile, it is asked again
   * @param late it is known that something of these debtors was paid since the book was opened, and heeded up to the last mark
   */
  private record Answer(Payment payment, Optional<Said> said, Verdict verdict, Set<Integer> debtors, boolean late) {}

  private Matched settle(Answer answer, Opens opens) {
    boolean stale = answer.debtors().stream().anyMatch(debtor -> answer.late() ? opens.changedLately(debtor) : opens.changed(debtor));
    var verdict = answer.said().filter(_ -> stale).map(said -> weighed(said, opens, true).verdict()).orElse(answer.verdict());
    verdict.sure().ifPresent(sure -> sure.take(opens));
    return new Matched(answer.payment(), verdict.match());
  }

  private Answer ask(Payment payment, Opens begun, Opens opens) {
    if (payment.account().map(Plain::compact).filter(book.debtors()::isOwn).isPresent()) {
      return new Answer(payment, Optional.empty(), Verdict.NOTHING, Set.of(), false);
    }
    var said = said(payment);
    boolean late = said.debtors().stream().anyMatch(opens::changed);
    return weighed(said, late ? opens : begun, late);
  }

  private Said said(Payment payment) {
    var hits = Reading.of(book, payment);
    var payers = Payers.of(book.debtors(), payment);
    if (payers.stream().noneMatch(payer -> payer.strength() >= 2) && !hits.any(2)) {
      payers = more(payers, Payers.inText(book.debtors(), payment));
    }
    var debtors = new HashSet<Integer>();
    payers.forEach(payer -> debtors.add(payer.debtor()));
    hits.all().forEach(hit -> debtors.add(book.debtorOf(hit.invoice())));
    hits.mentioned().forEach(invoice -> debtors.add(book.debtorOf(invoice)));
    return new Said(payment, hits, payers, debtors);
  }

  private Answer weighed(Said said, Opens opens, boolean late) {
    var asked = new Asked(book, opens, said.payment(), said.hits(), said.payers(), new ByLaw(book, opens, settings.order()), settings.tolerance());
    var explanations = new ArrayList<>(new Named(asked).all());
    explanations.addAll(new ByPayer(asked).all());
    explanations.addAll(new Netted(asked).all());
    var debtors = new HashSet<>(said.debtors());
    if (explanations.stream().noneMatch(Explanation::capable)) {
      var byAmount = new ByAmount(asked);
      explanations.addAll(byAmount.all());
      if (late || debtors.isEmpty()) {
        debtors.addAll(byAmount.owing());
      }
    }
    explanations.forEach(one -> one.invoices().forEach(invoice -> debtors.add(book.debtorOf(invoice))));
    return new Answer(said.payment(), Optional.of(said), new Weighing(asked, explanations).verdict(), debtors, late);
  }

  private static List<Payer> more(List<Payer> payers, List<Payer> others) {
    var all = new ArrayList<>(payers);
    others.stream().filter(other -> Payers.strength(payers, other.debtor()) == 0).forEach(all::add);
    return all;
  }
}
