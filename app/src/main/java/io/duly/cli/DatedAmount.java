package io.duly.cli;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 2026-03-31=500.00} at the command line. */
record DatedAmount(LocalDate on, BigDecimal amount) {

  Money in(Currency currency) {
    return Amounts.of(amount, currency);
  }

  /** Reads one. */
  static final class Read implements ITypeConverter<DatedAmount> {
    @Override
    public DatedAmount convert(String text) {
      var parts = text.split("=", 2);
      try {
        if (parts.length == 2) {
          return new DatedAmount(LocalDate.parse(parts[0]), new BigDecimal(parts[1]));
        }
      } catch (DateTimeException | NumberFormatException unreadable) {
        throw new TypeConversionException("'" + text + "' is no day with an amount, as 2026-03-31=500.00");
      }
      throw new TypeConversionException("'" + text + "' is no day with an amount, as 2026-03-31=500.00");
    }
  }
}
