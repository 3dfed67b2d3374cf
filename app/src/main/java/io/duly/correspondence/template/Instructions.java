package io.duly.correspondence.template;

import io.duly.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How to pay, for each currency. */
final class Instructions {
  /** As much as a SEPA transfer carries. */
  private static final int LONGEST_TEXT = 140;

  private final Occasion occasion;
  private final Forms forms;
  private final Phrases phrases;

  Instructions(Occasion occasion, Forms forms) {
    this.occasion = occasion;
    this.forms = forms;
    this.phrases = Phrases.of(forms.language());
  }

  /** @throws CannotRender where it is not known to which account is to be paid */
  List<Piece> pieces() {
    return occasion.owed().stream().filter(owed -> owed.total().isPositive()).map(owed -> occasion.collecting().map(by -> collected(owed, by)).orElseGet(() -> piece(owed))).toList();
  }

  /** The first of what was agreed; the others are collected in the same way. */
  private Piece collected(Owed owed, Occasion.Collecting by) {
    var rows = new ArrayList<List<String>>();
    rows.add(row("amount", forms.money(amount(owed))));
    rows.add(row("collected-from", Plain.name(by.account() + ", " + by.holder())));
    rows.add(row("mandate", Plain.name(by.mandate())));
    rows.add(row("identifier", Plain.name(by.identifier())));
    return new Piece.Payment(phrases.say("payment.collected"), rows, Optional.empty());
  }

  private Piece piece(Owed owed) {
    var to = account(owed);
    var transfer = new Transfer(to, amount(owed), reference(owed), text(owed));
    var rows = new ArrayList<List<String>>();
    rows.add(row("amount", forms.money(transfer.amount())));
    rows.add(row("holder", Plain.name(to.holder())));
    rows.add(row(to.isIban() ? "iban" : "account", Plain.name(to.readable())));
    to.routing().ifPresent(routing -> rows.add(row("routing", Plain.name(routing))));
    to.bic().ifPresent(bic -> rows.add(row("bic", Plain.name(bic))));
    to.bank().ifPresent(bank -> rows.add(row("bank", Plain.name(bank))));
    rows.add(row("reference", transfer.reference().map(Instructions::grouped).orElse(transfer.text())));
    return new Piece.Payment(phrases.say("payment.caption", owed.currency().getCurrencyCode()), rows, Optional.of(transfer));
  }

  /** What was agreed comes before what is owed. */
  private Money amount(Owed owed) {
    var kind = occasion.kind();
    var agreed = kind.allows(Variable.AGREEMENT) && !kind.allows(Variable.INSTALMENT) ? occasion.agreed().stream().findFirst() : occasion.instalment().filter(_ -> kind.allows(Variable.INSTALMENT));
    return agreed.map(Occasion.Due::amount).filter(amount -> amount.currency().equals(owed.currency())).orElse(owed.total());
  }

  private PayTo account(Owed owed) {
    return occasion.sender().accounts().stream()
        .filter(account -> account.currency().equals(owed.currency()))
        .findFirst()
        .orElseThrow(() ->
            new CannotRender("It is not known to which account of " + occasion.sender().name() + " " + owed.currency()
                + " is to be paid; ./duly creditor branding --pay-to says it."));
  }

  /** The one of a single invoice; money for several invoices has none that fits all. */
  private static Optional<String> reference(Owed owed) {
    return owed.invoices().size() == 1 && owed.charges().isEmpty()
        ? owed.invoices().getFirst().reference().map(one -> Plain.name(one).replace(" ", "")).filter(one -> !one.isEmpty())
        : Optional.empty();
  }

  private String text(Owed owed) {
    var numbers = String.join(" ", Values.numbers(List.of(owed)));
    var customer = Plain.name(occasion.recipient().number());
    var all = customer + " " + numbers;
    return all.length() <= LONGEST_TEXT ? all : customer + " " + phrases.say("payment.case", occasion.caseNumber());
  }

  private static String grouped(String reference) {
    return reference.matches("RF\\d{2}.*") ? reference.replaceAll("(.{4})(?=.)", "$1 ") : reference;
  }

  private List<String> row(String name, String value) {
    return List.of(phrases.say("payment." + name), value);
  }
}
