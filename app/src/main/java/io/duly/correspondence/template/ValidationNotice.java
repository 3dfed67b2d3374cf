package io.duly.correspondence.template;

import io.duly.kernel.Money;
import io.duly.rules.contact.FederalDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a consumer in the United States gets with the first message of who collects for another (12 CFR 1006.34): who collects
 * for whom, the itemized debt, the end of the validation period, the rights, and the prompts in the order of the rule.
 */
final class ValidationNotice implements StatutoryLetter {

  @Override
  public boolean isFor(Occasion occasion) {
    return occasion.forAnother() && occasion.kind() == Kind.FIRST_REMINDER && StatutoryLetter.isPersonIn("US", occasion);
  }

  @Override
  public List<Piece> pieces(Occasion occasion, Forms forms) {
    require(occasion);
    var end = forms.day(end(occasion));
    var pieces = new ArrayList<Piece>();
    pieces.add(LawWords.paragraph(forms, "us.collector", Plain.name(occasion.sender().footer().getFirst()), Plain.name(occasion.sender().name())));
    occasion.owed().forEach(owed -> pieces.add(itemized(owed, forms)));
    pieces.add(LawWords.paragraph(forms, "us.dispute", end));
    pieces.add(LawWords.paragraph(forms, "us.original", end));
    pieces.add(LawWords.paragraph(forms, "us.rights"));
    pieces.add(LawWords.paragraph(forms, "us.respond"));
    pieces.add(new Piece.Items(Stream.of("us.not-mine", "us.amount", "us.other", "us.send-original").map(name -> item(forms, name)).toList()));
    return pieces;
  }

  /** No demand may overshadow the period in which the debt can be disputed (§ 1006.38 (b)). */
  @Override
  public Optional<LocalDate> payBy(Occasion occasion) {
    return Optional.of(end(occasion).plusDays(1));
  }

  @Override
  public Set<LocalDate> dates(Occasion occasion) {
    return Set.of(end(occasion));
  }

  private static LocalDate end(Occasion occasion) {
    return FederalDays.endOfValidation(occasion.day());
  }

  private static void require(Occasion occasion) {
    if (occasion.sender().footer().isEmpty()) {
      throw new CannotRender("12 CFR 1006.34 (c)(2)(i): name the debt collector and its mailing address in the first line of the footer; ./duly creditor branding --footer.");
    }
    if (occasion.sender().address().isEmpty()) {
      throw new CannotRender("12 CFR 1006.34 (c)(2)(i): a mailing address must be named; set it with ./duly creditor branding --address.");
    }
    if (occasion.recipient().address().isEmpty()) {
      throw new CannotRender("12 CFR 1006.34 (c)(2)(ii): the consumer's mailing address must be named, and none is known.");
    }
  }

  /** From the day of the oldest transaction on (§ 1006.34 (b)(3)(iv)). */
  private static Piece itemized(Owed owed, Forms forms) {
    var first = owed.invoices().stream().map(Owed.Invoice::issuedOn).min(LocalDate::compareTo).orElseThrow();
    var rows =
        List.of(
            List.of(LawWords.say(forms, "us.owed", forms.day(first)), forms.number(owed.gross())),
            List.of(LawWords.say(forms, "us.interest"), forms.number(charges(owed, true))),
            List.of(LawWords.say(forms, "us.fees"), forms.number(charges(owed, false))),
            List.of(LawWords.say(forms, "us.paid"), forms.number(settled(owed))));
    var total = List.of(List.of(LawWords.say(forms, "us.total"), forms.money(owed.total())));
    return new Piece.Table(LawWords.say(forms, "us.itemized", owed.currency().getCurrencyCode()), List.of(LawWords.say(forms, "us.what"), LawWords.say(forms, "us.sum")), 1, rows, total);
  }

  /** Paid, credited or contested: the rows add up to what is asked for. */
  private static Money settled(Owed owed) {
    return owed.invoices().stream().map(one -> one.settled().plus(one.disputed())).reduce(Money.zero(owed.currency()), Money::plus);
  }

  private static Money charges(Owed owed, boolean interest) {
    return owed.charges().stream()
        .filter(charge -> charge.kind().equals("interest") == interest)
        .map(Owed.Charge::open)
        .reduce(Money.zero(owed.currency()), Money::plus);
  }

  private static List<Piece.Run> item(Forms forms, String name) {
    return List.of(new Piece.Run("[ ] " + LawWords.say(forms, name), false, Optional.empty()));
  }
}
