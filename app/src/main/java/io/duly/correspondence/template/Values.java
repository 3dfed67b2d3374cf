package io.duly.correspondence.template;

import io.duly.kernel.Money;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What stands for a variable in a line. What came from outside is made harmless here, once. */
final class Values {
  private static final int NUMBERS_IN_A_SUBJECT = 3;
  private static final int LONGEST = 60;

  private final Occasion occasion;
  private final Forms forms;
  private final Phrases phrases;

  Values(Occasion occasion, Forms forms) {
    this.occasion = occasion;
    this.forms = forms;
    this.phrases = Phrases.of(forms.language());
  }

  /** @throws CannotRender where the fact is missing */
  String of(Variable variable) {
    return switch (variable) {
      case GREETING -> greeting();
      case CREDITOR -> Plain.name(occasion.sender().name());
      case DEBTOR -> Plain.name(occasion.recipient().name());
      case PERSON -> Plain.name(person().name());
      case PERSON_PHONE -> Plain.phone(person().phone());
      case PERSON_EMAIL ->
          need(person().email().flatMap(Plain::email), () -> "No e-mail address of " + person().name() + " is known.");
      case CASE -> Long.toString(occasion.caseNumber());
      case INVOICES -> invoices();
      case TOTAL -> total();
      case INSTALMENT -> money(due(occasion.instalment(), "instalment"));
      case RECEIVED -> money(due(occasion.received(), "payment that came"));
      case TODAY -> forms.day(occasion.day());
      case PAY_BY -> forms.day(occasion.payBy());
      case FIRST_DUE -> forms.day(need(occasion.firstDue(), () -> "The message names no invoice."));
      case INSTALMENT_DUE -> forms.day(due(occasion.instalment(), "instalment").on());
      case RECEIVED_ON -> forms.day(due(occasion.received(), "payment that came").on());
      case CALL_ON -> forms.day(need(occasion.callOn(), () -> "No day for the call is known."));
      case DAYS_LATE -> Long.toString(Math.max(0, daysLate()));
      case COUNT -> Integer.toString(occasion.invoices());
      case STATEMENT, PAID_SO_FAR, PAYMENT, AGREEMENT, DOCUMENTS, NOTICES, SIGNATURE ->
          throw new IllegalArgumentException(variable + " is a block");
    };
  }

  /** @throws CannotRender where nobody is named */
  Sender.Person person() {
    return need(
        occasion.sender().person(),
        () -> "Nobody signs for " + occasion.sender().name() + "; ./duly creditor branding --person says who, and their telephone number.");
  }

  private String greeting() {
    return occasion.recipient().person().map(Plain::name).filter(name -> !name.isEmpty())
        .map(name -> phrases.say("greeting.person", name))
        .orElseGet(() -> phrases.say("greeting"));
  }

  private String invoices() {
    var numbers = numbers(occasion.owed());
    if (numbers.isEmpty()) {
      return phrases.say("invoices.none", occasion.caseNumber());
    }
    if (numbers.size() == 1) {
      return phrases.say("invoices.one", numbers.getFirst());
    }
    if (numbers.size() <= NUMBERS_IN_A_SUBJECT && String.join(", ", numbers).length() <= LONGEST) {
      return phrases.say("invoices.few", String.join(", ", numbers.subList(0, numbers.size() - 1)), numbers.getLast());
    }
    return phrases.say("invoices.many", numbers.size());
  }

  static List<String> numbers(List<Owed> owed) {
    return owed.stream().flatMap(one -> one.invoices().stream()).map(invoice -> Plain.name(invoice.number())).toList();
  }

  private String total() {
    var amounts = occasion.owed().stream().map(Owed::total).filter(Money::isPositive).map(forms::money).toList();
    return switch (amounts.size()) {
      case 0 -> throw new CannotRender("Nothing is open, so that there is no amount to ask for.");
      case 1 -> amounts.getFirst();
      default -> phrases.say(
          "and", amounts.subList(0, amounts.size() - 1).stream().collect(Collectors.joining(", ")), amounts.getLast());
    };
  }

  private long daysLate() {
    return ChronoUnit.DAYS.between(occasion.firstDue().orElse(occasion.day()), occasion.day());
  }

  private String money(Occasion.Due due) {
    return forms.money(due.amount());
  }

  private static Occasion.Due due(Optional<Occasion.Due> due, String what) {
    return need(due, () -> "The message speaks of an " + what + ", and none is known.");
  }

  private static <T> T need(Optional<T> fact, Supplier<String> otherwise) {
    return fact.orElseThrow(() -> new CannotRender(otherwise.get()));
  }
}
