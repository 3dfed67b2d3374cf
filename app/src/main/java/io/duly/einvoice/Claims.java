package io.duly.einvoice;

import io.duly.einvoice.model.DocumentType;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.model.Problem;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Understands a document as a claim, or says why it is none. Pure. */
final class Claims {
  /** Sums that are off by less were rounded in another order. */
  private static final BigDecimal ROUNDED = new BigDecimal("0.05");

  private final EInvoice invoice;
  private final List<Problem> against = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();

  private Claims(EInvoice invoice) {
    this.invoice = invoice;
  }

  /** @throws NotAClaim with every reason */
  static Claim of(EInvoice invoice) {
    return new Claims(invoice).claim();
  }

  private Claim claim() {
    var number = said(invoice.number(), "BR-02", "The invoice has no number.");
    var issued = said(invoice.issuedOn(), "BR-03", "The invoice has no issue date that can be read.");
    var currency = said(currency(), "BR-05", "The currency is missing or none that anything is paid in.");
    said(invoice.seller().called(), "BR-06", "The seller's name is missing: it is not known to whom money is owed.");
    said(buyer(), "BR-07", "The buyer's name is missing: it is not known who owes.");
    var payable = said(invoice.totals().payable(), "BR-15", "The amount due for payment is missing or cannot be read.");
    if (invoice.type() == DocumentType.NO_CLAIM) {
      against.add(Problem.told("no-claim", "A document of type " + invoice.typeCode() + " asks nobody for money (proforma, information or self-invoice for tax)."));
    }
    payable.ifPresent(this::holdTotals);
    var claim = against.isEmpty() ? claim(number, issued, currency, payable) : Optional.<Claim>empty();
    return claim.orElseThrow(() -> new NotAClaim(reasons()));
  }

  /** What could not be read may be why something is missing. */
  private List<Problem> reasons() {
    var all = new ArrayList<>(against);
    all.addAll(invoice.problems());
    return all;
  }

  private <T> Optional<T> said(Optional<T> value, String code, String otherwise) {
    if (value.isEmpty()) {
      against.add(Problem.fatal(code, otherwise));
    }
    return value;
  }

  private Optional<String> buyer() {
    Party buyer = invoice.buyer();
    return buyer.called();
  }

  private Optional<Currency> currency() {
    return invoice.currency().map(code -> code.toUpperCase(Locale.ROOT))
        .flatMap(code -> Currency.getAvailableCurrencies().stream().filter(one -> one.getCurrencyCode().equals(code) && one.getDefaultFractionDigits() >= 0).findFirst());
  }

  /** More than the document's own sums allow is not known to be owed; less may be asked for. */
  private void holdTotals(BigDecimal payable) {
    invoice.totals().expected().ifPresent(expected -> {
      var off = payable.abs().subtract(expected.abs());
      if (invoice.totals().includesRounding(payable)) {
        notes.add(Problem.told("rounding-included", "The total of the document includes its rounding already; the amount due, " + payable.toPlainString() + ", was taken."));
      } else if (payable.signum() * expected.signum() < 0 || off.compareTo(ROUNDED) > 0) {
        against.add(Problem.fatal("BR-CO-16", "The amount due is " + payable.toPlainString() + ", but total, prepaid and rounding make " + expected.toPlainString()
            + ": it is not known what is owed."));
      } else if (off.signum() != 0) {
        notes.add(Problem.told("less-than-total", "The amount due, " + payable.toPlainString() + ", is less than total, prepaid and rounding make (" + expected.toPlainString()
            + "), and the invoice does not say why. The amount due was taken."));
      }
    });
  }

  private Optional<Claim> claim(Optional<String> number, Optional<LocalDate> issued, Optional<Currency> currency, Optional<BigDecimal> payable) {
    var signed = payable.flatMap(amount -> currency.flatMap(of -> money(amount, of)));
    return number.flatMap(no -> issued.flatMap(day -> signed.flatMap(amount -> claim(no, day, amount))));
  }

  private Optional<Claim> claim(String number, LocalDate issued, Money signed) {
    boolean credit = invoice.type() == DocumentType.CREDIT_NOTE || signed.minor() < 0;
    if (signed.minor() < 0) {
      notes.add(Problem.told("negative", "The amount due is negative; taken as a credit note."));
    }
    var payable = signed.minor() < 0 ? signed.negated() : signed;
    var prepaid = prepaid(payable);
    if (payable.isZero() && (credit || prepaid.isZero())) {
      against.add(Problem.told("nothing-due", "The amount due is zero: there is nothing to " + (credit ? "give back." : "collect.")));
      return Optional.empty();
    }
    if (payable.isZero()) {
      notes.add(Problem.told("nothing-due", "All of it was prepaid: it was taken in as settled, and there is nothing to collect."));
    }
    var total = payable.plus(prepaid);
    return Optional.of(new Claim(invoice, credit, number, issued, total, prepaid, payable, tax(total), notes));
  }

  /** What was given back before a credit note is no part of it; a negative prepayment is none. */
  private Money prepaid(Money payable) {
    var none = Money.zero(payable.currency());
    return invoice.type() == DocumentType.CREDIT_NOTE ? none
        : invoice.totals().prepaid().filter(amount -> amount.signum() > 0).flatMap(amount -> money(amount, payable.currency())).orElse(none);
  }

  private Optional<Money> tax(Money total) {
    var tax = invoice.totals().tax().flatMap(amount -> exact(amount.abs(), total.currency())).filter(amount -> amount.compareTo(total) <= 0);
    if (tax.isEmpty() && invoice.totals().tax().isPresent()) {
      notes.add(Problem.told("tax-above-amount", "The tax is higher than what is due, or has too many decimals; it was left out."));
    }
    return tax;
  }

  private Optional<Money> money(BigDecimal amount, Currency currency) {
    var exact = exact(amount, currency);
    if (exact.isEmpty()) {
      against.add(Problem.fatal("decimals", amount.toPlainString() + " has more decimals than " + currency + " has, or too many digits: it is not known what is owed."));
    }
    return exact;
  }

  private static Optional<Money> exact(BigDecimal amount, Currency currency) {
    try {
      return Optional.of(Money.ofMajor(amount, currency));
    } catch (ArithmeticException tooFine) {
      return Optional.empty();
    }
  }
}
