package io.duly.matching;

import java.util.List;
import java.util.Optional;

/**
 * One way to explain a payment, with the strength of its evidence: by what names the invoices (0 to 4), by the amount (0 to
 * 3), by who paid (0 to 3).
 *
 * @param invoices in the book's order, {@code amounts} what goes to each
 * @param slipped the number is only nearly the invoice's
 * @param credits what credit notes pay of the invoices beside the amounts
 * @param letGo why what is lacking of the invoices is let go
 * @param doubtful something speaks against it that no strength outweighs
 */
record Explanation(
    MatchKind kind, int debtor, List<Integer> invoices, List<Long> amounts, long left, int named, int amount, int payer, boolean slipped, boolean doubtful,
    List<Why> whys, Optional<LetGo.Reason> letGo, List<Netted.Share> credits) {

  Explanation(
      MatchKind kind, int debtor, List<Integer> invoices, List<Long> amounts, long left, int named, int amount, int payer, boolean slipped, boolean doubtful,
      List<Why> whys, Optional<LetGo.Reason> letGo) {
    this(kind, debtor, invoices, amounts, left, named, amount, payer, slipped, doubtful, whys, letGo, List.of());
  }

  int points() {
    return named * 110 + amount * 150 + payer * 100 - (doubtful ? 120 : 0);
  }

  /**
   * Whether two independent pieces of evidence agree: a number and the amount, a number and the payer, the payer and the
   * amount. A number with a slip needs an account that paid before.
   */
  boolean capable() {
    return !doubtful && agreeing();
  }

  private boolean agreeing() {
    if (slipped) {
      return amount >= 2 && payer == 3;
    }
    return named >= 2 && (amount >= 2 || payer >= 2) || named >= 3 && amount >= 1 || payer >= 2 && amount >= 2;
  }

  /** Whether it is worth a person's look. */
  boolean likely() {
    return capable() || named >= 3 || payer >= 2 || named + payer >= 1 && amount >= 1 || named >= 1 && payer >= 1;
  }

  boolean samePart(Explanation other) {
    return invoices.equals(other.invoices) && amounts.equals(other.amounts) && credits.equals(other.credits);
  }

  /** Whether another one, which by its evidence could be sure too, is too good to be passed over. */
  boolean rivalledBy(Explanation other) {
    return !samePart(other) && other.agreeing() && !outdoes(other);
  }

  private boolean outdoes(Explanation other) {
    return named >= other.named
        && amount >= other.amount
        && payer >= other.payer
        && (named - other.named + amount - other.amount + payer - other.payer >= 2 || tellsApart(other));
  }

  /** Of a debtor's invoices of one amount it is the one that is named, though by a few digits or by its day. */
  private boolean tellsApart(Explanation other) {
    return debtor == other.debtor && named > other.named && other.named == 0 && amount >= 2 && payer >= 2 && !slipped;
  }

  /** What it pays is no longer open for the next payment. */
  void take(Opens opens) {
    for (int at = 0; at < invoices.size(); at++) {
      opens.take(invoices.get(at), letGo.isPresent() ? opens.of(invoices.get(at)) : amounts.get(at));
    }
  }

  Explanation doubted(Why why) {
    return new Explanation(kind, debtor, invoices, amounts, left, named, amount, payer, slipped, true, with(why), letGo, credits);
  }

  List<Why> with(Why why) {
    return java.util.stream.Stream.concat(whys.stream(), java.util.stream.Stream.of(why)).toList();
  }
}
