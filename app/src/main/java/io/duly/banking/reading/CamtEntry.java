package io.duly.banking.reading;

import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Part;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One Ntry while it is read: its own fields come before the payments in it. */
final class CamtEntry {
  private record Payment(Optional<Money> amount, Details details, Optional<String> reference, Optional<String> code) {}

  private final Reading reading;
  private final String account;
  private final Node head = Node.of("Ntry", "");
  private final List<Payment> payments = new ArrayList<>();

  CamtEntry(Reading reading, String account) {
    this.reading = reading;
    this.account = account;
  }

  void head(Node node) {
    if (head.children().size() > 200) {
      throw reading.refusal("An entry with more fields than any has.", "Ask the bank for a right file.");
    }
    head.children().add(node);
  }

  void payment(Node node) {
    reading.mayGrow(payments);
    Money amount = CamtAmounts.signed(reading, head);
    var details = new CamtDetails(reading, account, amount.minor() < 0, reversal());
    payments.add(
        new Payment(
            details.amount(node, amount), details.of(node), node.anyText("Refs/AcctSvcrRef", "Refs/TxId"), CamtDetails.code(node)));
  }

  Entry done() {
    Money amount = CamtAmounts.signed(reading, head);
    List<Part> parts = parts(amount);
    return new Entry(
        day("BookgDt"), day("ValDt"), amount, reversal(), booked(),
        head.anyText("AcctSvcrRef", "NtryRef").or(() -> only().flatMap(Payment::reference)),
        CamtDetails.code(head).or(() -> only().flatMap(Payment::code)), details(amount, parts), parts);
  }

  private boolean reversal() {
    return head.text("RvslInd").filter(text -> text.equals("true") || text.equals("1")).isPresent();
  }

  /** Since version 8 the status is inside a code. */
  private boolean booked() {
    return head.anyText("Sts/Cd", "Sts").map(status -> status.equals("BOOK")).orElse(true);
  }

  private Optional<LocalDate> day(String name) {
    return head.anyText(name + "/Dt", name + "/DtTm").map(reading::isoDate);
  }

  private Optional<Payment> only() {
    return payments.size() == 1 ? Optional.of(payments.getFirst()) : Optional.empty();
  }

  private List<Part> parts(Money amount) {
    if (payments.size() < 2) {
      return List.of();
    }
    var parts = new ArrayList<Part>();
    Money sum = Money.zero(amount.currency());
    for (Payment payment : payments) {
      if (payment.amount().isPresent()) {
        parts.add(new Part(payment.amount().get(), payment.details()));
        sum = sum.plus(payment.amount().get());
      }
    }
    if (parts.size() == payments.size() && sum.equals(amount)) {
      return parts;
    }
    reading.finding("The " + payments.size() + " payments of a batch of " + amount + " do not add up to it (" + sum + "); it was taken as one booking with all their texts.");
    return List.of();
  }

  private Details details(Money amount, List<Part> parts) {
    var own = new CamtDetails(reading, account, amount.minor() < 0, reversal()).of(head);
    if (payments.size() == 1) {
      return payments.getFirst().details().filledBy(own);
    }
    return parts.isEmpty() && !payments.isEmpty() ? own.withRemittance(texts()) : own;
  }

  private List<String> texts() {
    return payments.stream().map(Payment::details).flatMap(CamtDetails::words).distinct().limit(1000).toList();
  }
}
