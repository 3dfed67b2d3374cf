package io.duly.banking;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A statement as it was taken in.
 *
 * @param kind {@code booked}, {@code intraday}, {@code advice}, {@code download}
 * @param bankId what the bank calls it, beside its number
 * @param entries booked ones, batches counted once
 * @param total the sum of the booked entries
 * @param receipts money of it that went to the ledger
 * @param findings what was told when it came
 */
public record BankStatement(
    UUID id,
    String kind,
    String format,
    Optional<String> number,
    Optional<String> bankId,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Money> opening,
    Optional<Money> closing,
    int entries,
    Money total,
    long receipts,
    String file,
    List<String> findings) {

  public BankStatement {
    findings = List.copyOf(findings);
  }
}
