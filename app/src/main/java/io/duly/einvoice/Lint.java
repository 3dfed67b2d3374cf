package io.duly.einvoice;

import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Line;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.model.Totals;
import io.duly.identifiers.Bic;
import io.duly.identifiers.Iban;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a biller should mend though the invoice can be taken (P03, P04), beside the published rules. Pure. */
final class Lint {
  private static final int LATE_AFTER_DAYS = 7;
  private static final int PLAUSIBLE_DAYS_TO_PAY = 180;
  private static final BigDecimal CENT = new BigDecimal("0.02");

  private Lint() {}

  /** @param today the business date */
  static List<Problem> of(EInvoice invoice, LocalDate today) {
    return Stream.of(dates(invoice, today), facts(invoice), PartyLint.of(invoice), DiscountLint.of(invoice), sums(invoice.totals(), invoice), lines(invoice)).flatMap(one -> one).toList();
  }

  private static Stream<Problem> dates(EInvoice invoice, LocalDate today) {
    var issued = invoice.issuedOn();
    var due = invoice.dueOn();
    return Stream.of(
            between(issued, due).filter(days -> days < 0)
                .map(days -> Problem.told("due-before-issue", "Due on " + due.orElseThrow() + ", before it was issued on " + issued.orElseThrow() + ". Correct one of the dates.")),
            between(issued, due).filter(days -> days > PLAUSIBLE_DAYS_TO_PAY)
                .map(days -> Problem.told("due-date-far", "Due " + days + " days after it was issued. Is the year right?")),
            between(invoice.deliveredOn(), issued).filter(days -> days > LATE_AFTER_DAYS)
                .map(days -> Problem.told("invoiced-late", "Invoiced " + days + " days after delivery. Invoice at once: late invoices are paid late.")),
            issued.filter(today::isBefore)
                .map(day -> Problem.told("issued-in-future", "Issued on " + day + ", after today, " + today + ". Is the date right?")))
        .flatMap(Optional::stream);
  }

  private static Optional<Long> between(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.flatMap(one -> to.map(other -> ChronoUnit.DAYS.between(one, other)));
  }

  private static Stream<Problem> facts(EInvoice invoice) {
    var accounts = invoice.payment().accounts();
    boolean unnamed = invoice.references().order().isEmpty() && invoice.references().buyerReference().isEmpty();
    return Stream.of(
            Stream.of(
                missing(unnamed, "order-number-missing", "The buyer's order number is missing; many buyers do not pay without it."),
                missing(invoice.payment().reference().isEmpty(), "payment-reference-missing", "The payment reference is missing; money that comes without one is hard to match."),
                missing(invoice.payment().terms().isEmpty() && invoice.dueOn().isEmpty(), "terms-missing", "No terms of payment are named."),
                missing(accounts.isEmpty() && invoice.payment().taken().isEmpty(), "account-missing", "No account to be paid into is named. Debtors cannot pay without one."),
                invoice.payment().taken().map(how -> Problem.told("taken-by-seller", "The money is to be taken " + how + ": the debtor has nothing to send. Find out why it was not taken before you write.")))
            .flatMap(Optional::stream),
            accounts.stream().filter(one -> Iban.looksLikeOne(one.number()))
                .flatMap(one -> Iban.check(one.number()).wrong().stream().map(wrong -> Problem.told("account-invalid", "The IBAN " + one.number() + " " + wrong + ". Debtors cannot pay to it."))),
            accounts.stream().flatMap(one -> one.bic().stream()).distinct()
                .flatMap(bic -> Bic.check(bic).wrong().stream().map(wrong -> Problem.told("bic-invalid", "The BIC " + bic + " " + wrong + ". Compare it with the bank's own paper."))))
        .flatMap(one -> one);
  }

  private static Optional<Problem> missing(boolean so, String code, String sentence) {
    return so ? Optional.of(Problem.told(code, sentence)) : Optional.empty();
  }

  private static Stream<Problem> sums(Totals totals, EInvoice invoice) {
    var net = totals.net();
    var tax = totals.tax();
    var all = invoice.lines().stream().map(Line::net).toList();
    boolean whole = !all.isEmpty() && all.stream().allMatch(Optional::isPresent);
    var added = all.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Stream.of(
            net.flatMap(one -> tax.flatMap(other -> totals.gross().map(gross -> one.add(other).subtract(gross)))).filter(Lint::off)
                .map(_ -> Problem.told("arithmetic", "Net and tax do not add up to the total. A debtor may refuse such an invoice; issue it again.")),
            totals.lines().filter(_ -> whole).map(sum -> sum.subtract(added)).filter(Lint::off)
                .map(_ -> Problem.told("lines-arithmetic", "The lines add up to " + added.toPlainString() + ", not to the sum of lines that is given. A debtor may refuse such an invoice; issue it again.")))
        .flatMap(Optional::stream);
  }

  private static Stream<Problem> lines(EInvoice invoice) {
    return invoice.lines().stream().flatMap(line -> expected(line)
        .filter(amount -> line.net().filter(net -> off(net.subtract(amount))).isPresent())
        .map(amount -> Problem.told("line-arithmetic", "Line " + line.id().orElse("?") + ": quantity times price makes " + amount.stripTrailingZeros().toPlainString()
            + ", not " + line.net().orElseThrow().toPlainString() + ". A debtor may refuse such an invoice; issue it again."))
        .stream());
  }

  private static Optional<BigDecimal> expected(Line line) {
    return line.quantity().flatMap(quantity -> line.price().map(price -> quantity.multiply(price).add(line.adjusted())));
  }

  private static boolean off(BigDecimal amount) {
    return amount.abs().compareTo(CENT) > 0;
  }
}
