package io.duly.desk.api;

import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.kernel.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Currency;

/** An amount that a program says. */
record NewAmount(
    @NotNull @Pattern(regexp = "[0-9]{1,13}(\\.[0-9]{1,3})?", message = "major units as text, such as \"1234.50\"") @Schema(example = "1234.50") String amount,
    @NotNull @Pattern(regexp = "[A-Z]{3}", message = "a currency such as EUR") @Schema(example = "EUR") String currency) {

  /** @throws Refusal where it is in another currency, or has more decimals than that one */
  Money in(Currency wanted, String pointer) {
    if (!wanted.getCurrencyCode().equals(currency)) {
      throw refusal(pointer + "/currency", "It is in " + wanted.getCurrencyCode() + " here.");
    }
    try {
      return Money.ofMajor(new BigDecimal(amount), wanted);
    } catch (ArithmeticException unfit) {
      throw refusal(pointer + "/amount", wanted.getCurrencyCode() + " has " + wanted.getDefaultFractionDigits() + " decimals.");
    }
  }

  private static Refusal refusal(String pointer, String detail) {
    return new Refusal(ProblemType.INVALID_REQUEST, "An amount is not good; see errors.", Problem.Part.of(pointer, detail));
  }
}
