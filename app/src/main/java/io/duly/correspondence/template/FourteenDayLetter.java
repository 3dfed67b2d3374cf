package io.duly.correspondence.template;

import io.duly.kernel.Money;
import io.duly.rules.RulePacks;
import io.duly.rules.ScaleCosts;
import io.duly.wording.Claim;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The letter without which a Dutch consumer owes no costs (art. 6:96 (6) BW): the exact amount by the scale, and fourteen days
 * from the day after it was delivered, in the words that the Hoge Raad gave (ECLI:NL:HR:2016:2704). A wrong term kills the costs.
 */
final class FourteenDayLetter implements StatutoryLetter {
  private static final Currency EUR = Currency.getInstance("EUR");

  /** Fifteen days after delivery, which may take five: Sundays, Mondays and holidays bring no post. */
  private static final int DAYS = 21;

  private static final ScaleCosts SCALE =
      RulePacks.shipped().of("NL").costs().stream()
          .filter(rule -> rule.basis().id().equals("NL-BIK-CONSUMER"))
          .map(ScaleCosts.class::cast)
          .findFirst()
          .orElseThrow();

  @Override
  public boolean isFor(Occasion occasion) {
    return occasion.kind() == Kind.FORMAL_DEMAND && StatutoryLetter.isPersonIn("NL", occasion) && owed(occasion).isPresent();
  }

  @Override
  public List<Piece> pieces(Occasion occasion, Forms forms) {
    var principal = principal(occasion);
    var costs = costs(occasion);
    return List.of(LawWords.paragraph(forms, "nl.fourteen-days", forms.money(costs), forms.money(principal), vat(occasion, forms, costs)));
  }

  /** It is owed only where the creditor cannot deduct it and this letter says so. */
  private static String vat(Occasion occasion, Forms forms, Money costs) {
    return occasion.sender().costsVat()
        .map(percent -> LawWords.say(forms, "nl.vat", percent.stripTrailingZeros().toPlainString(), forms.money(costs.minus(SCALE.onAmount(principal(occasion))))))
        .orElseGet(() -> LawWords.say(forms, "nl.no-vat"));
  }

  private static Money costs(Occasion occasion) {
    return SCALE.onAmount(principal(occasion), occasion.sender().costsVat());
  }

  @Override
  public Optional<LocalDate> payBy(Occasion occasion) {
    return Optional.of(occasion.day().plusDays(DAYS));
  }

  @Override
  public Set<Claim> claims() {
    return Set.of(Claim.FEES);
  }

  @Override
  public Set<Money> amounts(Occasion occasion) {
    var principal = principal(occasion);
    var costs = costs(occasion);
    var net = SCALE.onAmount(principal);
    return new HashSet<>(List.of(principal, costs, costs.minus(net)));
  }

  private static Optional<Owed> owed(Occasion occasion) {
    return occasion.owed().stream().filter(one -> one.currency().equals(EUR)).findFirst();
  }

  private static Money principal(Occasion occasion) {
    return owed(occasion).orElseThrow().invoices().stream().map(Owed.Invoice::asked).reduce(Money.zero(EUR), Money::plus);
  }
}
