package io.duly.charging;

import io.duly.ledger.Charge;
import io.duly.rules.InterestLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** How interest ran, as a posted charge keeps it. */
public final class InterestLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private InterestLines() {}

  /**
   * Days on which interest ran on one amount at one rate.
   *
   * @param amount that bore interest, major units of the charge's currency, likewise {@code interest}, which is rounded for reading
   * @param percent a year
   * @param source of the rate
   * @param computed in a sentence
   */
  public record Line(
      LocalDate from,
      LocalDate to,
      int days,
      String amount,
      BigDecimal percent,
      String interest,
      String source,
      String computed) {}

  /** The lines that a posted charge was computed by; none for other kinds than interest. */
  public static List<Line> of(Charge charge) {
    return List.of(JSON.readValue(charge.lines(), Line[].class));
  }

  /** As pages and files show them. */
  public static List<Line> of(List<InterestLine> lines) {
    return lines.stream().map(InterestLines::line).toList();
  }

  static String text(List<InterestLine> lines) {
    return JSON.writeValueAsString(of(lines));
  }

  private static Line line(InterestLine line) {
    var currency = line.amount().currency();
    return new Line(
        line.period().from(),
        line.period().to(),
        line.period().days(),
        line.amount().plain(),
        line.percent(),
        line.exact().toMoney(currency, RoundingMode.HALF_EVEN).plain(),
        line.source(),
        line.computed());
  }
}
