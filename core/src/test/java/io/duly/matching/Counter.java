package io.duly.matching;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.rules.RulePacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A creditor's open invoices and payments to it, in few words. */
final class Counter {
  static final LocalDate ISSUED = LocalDate.of(2026, 10, 1);
  static final LocalDate PAID = LocalDate.of(2026, 11, 20);

  private static final DebtorId NOBODY = new DebtorId(new UUID(9, 9));

  private final List<Consumer<Book.Builder>> entered = new ArrayList<>();
  private final Map<String, DebtorId> debtors = new HashMap<>();
  private final Map<InvoiceId, String> numbers = new HashMap<>();
  private long ids;
  private Tolerance tolerance = Tolerance.NONE;

  Counter debtor(String number, String... names) {
    var id = new DebtorId(new UUID(1, ++ids));
    debtors.put(number, id);
    entered.add(book -> book.debtor(id, number, List.of(names)));
    return this;
  }

  DebtorId id(String number) {
    return debtors.getOrDefault(number, NOBODY);
  }

  Counter owes(String debtor, String number, String open, String... references) {
    return invoice(debtor, number, open, open, references);
  }

  /** Everything granted: {@code until} a day, {@code less} an amount, in pairs. */
  Counter grants(String debtor, String number, String open, String... untilAndLess) {
    var id = new InvoiceId(new UUID(2, ++ids));
    numbers.put(id, number);
    var discounts = new ArrayList<Discount>();
    for (int at = 0; at < untilAndLess.length; at += 2) {
      discounts.add(new Discount(LocalDate.parse(untilAndLess[at]), euros(untilAndLess[at + 1])));
    }
    var invoice = new OpenInvoice(id, debtors.getOrDefault(debtor, NOBODY), number, List.of(), euros(open), euros(open), ISSUED, ISSUED.plusDays(30), discounts);
    entered.add(book -> book.invoice(invoice));
    return this;
  }

  Counter lets(Tolerance more) {
    tolerance = more;
    return this;
  }

  Counter invoice(String debtor, String number, String gross, String open, String... references) {
    var id = new InvoiceId(new UUID(2, ++ids));
    numbers.put(id, number);
    var invoice = new OpenInvoice(id, debtors.getOrDefault(debtor, NOBODY), number, List.of(references), euros(gross), euros(open), ISSUED, ISSUED.plusDays(30));
    entered.add(book -> book.invoice(invoice));
    return this;
  }

  /** The debtor is to send that, for these of its invoices. */
  Counter awaits(String debtor, String amount, String... of) {
    var invoices = numbers.entrySet().stream().filter(entry -> List.of(of).contains(entry.getValue())).map(Map.Entry::getKey).collect(java.util.stream.Collectors.toSet());
    entered.add(book -> book.awaited(new Awaited(debtors.getOrDefault(debtor, NOBODY), euros(amount), invoices)));
    return this;
  }

  /** The same, and charges with them. */
  Counter awaitsWith(String debtor, String amount, String charges, String... of) {
    var invoices = numbers.entrySet().stream().filter(entry -> List.of(of).contains(entry.getValue())).map(Map.Entry::getKey).collect(java.util.stream.Collectors.toSet());
    entered.add(book -> book.awaited(new Awaited(debtors.getOrDefault(debtor, NOBODY), euros(amount), invoices, euros(charges).minor())));
    return this;
  }

  Counter paidBefore(String account, String debtor) {
    entered.add(book -> book.link(account, debtors.getOrDefault(debtor, NOBODY)));
    return this;
  }

  Counter ownAccount(String account) {
    entered.add(book -> book.ownAccount(account));
    return this;
  }

  Payment payment(String amount, String payer, String text) {
    return payment(amount, payer, "", text);
  }

  Payment payment(String amount, String payer, String account, String text, String... references) {
    return new Payment(new UUID(3, ++ids), PAID, euros(amount), List.of(references), List.of(), text, Optional.empty(), Optional.of(payer).filter(one -> !one.isEmpty()),
        Optional.empty(), Optional.of(account).filter(one -> !one.isEmpty()), Optional.empty());
  }

  List<Matching.Matched> all(List<Payment> payments) {
    var book = Book.builder();
    entered.forEach(one -> one.accept(book));
    return new Matching(book.build(), new Settings(RulePacks.shipped().of("DE").allocation(), tolerance)).all(payments);
  }

  Match match(String amount, String payer, String account, String text, String... references) {
    return all(List.of(payment(amount, payer, account, text, references))).getFirst().match();
  }

  Match match(String amount, String payer, String text) {
    return match(amount, payer, "", text);
  }

  /** {@code kind: number=amount, …}, or what else it is. */
  String said(Match match) {
    return switch (match) {
      case Match.Sure sure -> "sure " + said(sure.proposal());
      case Match.Likely likely -> "likely " + said(likely.proposals().getFirst());
      case Match.Candidates candidates -> "candidates " + candidates.suspects().stream().map(suspect -> name(suspect.debtor())).toList();
      case Match.Nothing _ -> "nothing";
    };
  }

  private String said(Proposal proposal) {
    var parts = proposal.parts().stream().map(part -> numbers.get(part.invoice()) + "=" + part.amount().plain() + part.letGo().map(less -> " and " + less.amount().plain() + " " + less.reason().word()).orElse("")).toList();
    return proposal.kind().word() + " " + String.join(" ", parts);
  }

  private String name(DebtorId id) {
    return debtors.entrySet().stream().filter(entry -> entry.getValue().equals(id)).map(Map.Entry::getKey).findFirst().orElse("?");
  }

  static Money euros(String amount) {
    return Money.ofMajor(new BigDecimal(amount), java.util.Currency.getInstance("EUR"));
  }
}
