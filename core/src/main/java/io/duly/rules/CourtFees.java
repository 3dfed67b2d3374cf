package io.duly.rules;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The court fees that come with Duly, by the place of the court. */
public final class CourtFees {
  private final List<CourtFee> fees;

  private CourtFees(List<CourtFee> fees) {
    this.fees = List.copyOf(fees);
  }

  public static CourtFees shipped() {
    return new CourtFees(
        PackText.read(
            Shipped.text("court-fees.yaml"), entry -> entry.each("fees", CourtFees::fee)));
  }

  /**
   * The fee of beginning a claim there on a day; empty where none was read.
   *
   * @param court an ISO 3166 code, as in {@code DE} or {@code GB-EAW}
   */
  public Optional<CourtFee> of(String court, LocalDate day) {
    return fees.stream()
        .filter(fee -> fee.basis().jurisdiction().equals(court) && !day.isBefore(fee.from()))
        .reduce((one, other) -> other.from().isAfter(one.from()) ? other : one);
  }

  private static CourtFee fee(PackEntry entry) {
    var currency = entry.currency("currency");
    return new CourtFee(
        new Basis(
            entry.text("id"),
            entry.text("court"),
            entry.text("statute"),
            entry.text("section"),
            entry.text("source")),
        entry.date("from"),
        entry.each(
            "bands",
            band -> new CourtFee.Band(band.moneyIfThere("upTo", currency), step(band, currency))),
        entry.decimal("share"),
        entry.money("least", currency),
        entry.flag("withInterest"));
  }

  private static CourtFee.Step step(PackEntry band, Currency currency) {
    if (band.find("percent").isPresent()) {
      return new CourtFee.Percent(band.decimal("percent"));
    }
    return band.moneyIfThere("slice", currency)
        .<CourtFee.Step>map(slice -> new CourtFee.Slices(slice, band.money("fee", currency)))
        .orElseGet(() -> new CourtFee.Flat(band.money("fee", currency)));
  }
}
