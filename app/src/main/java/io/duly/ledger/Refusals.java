package io.duly.ledger;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.jooq.exception.DataAccessException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says what the database refused in a sentence; the constraint's name tells which rule it was (V005, V030, V085). */
final class Refusals {
  private Refusals() {}

  static void translated(Runnable change) {
    translated(() -> {
      change.run();
      return 0;
    });
  }

  static int translated(IntSupplier change) {
    try {
      return change.getAsInt();
    } catch (DataAccessException | org.springframework.dao.DataAccessException failure) {
      RuntimeException refused = failure;
      throw serverError(refused).<RuntimeException>flatMap(error -> sentence(error, refused)).orElse(refused);
    }
  }

  /** jOOQ's exception, or Spring's where the application's own context runs the statement; the server's message is below either. */
  private static Optional<ServerErrorMessage> serverError(RuntimeException failure) {
    return failure.getCause() instanceof PSQLException cause
        ? Optional.ofNullable(cause.getServerErrorMessage())
        : Optional.empty();
  }

  private static Optional<RuntimeException> sentence(ServerErrorMessage error, RuntimeException failure) {
    var which = Optional.ofNullable(error.getDetail()).orElse("");
    return switch (Optional.ofNullable(error.getConstraint()).orElse("")) {
      case "invoice_not_overdrawn" ->
          refused("Invoice " + which + " has less open than that on one of the days. Allocate less, or reverse another"
              + " allocation first.", failure);
      case "receipt_not_overdrawn" ->
          refused("Receipt " + which + " has less left than that on one of the days. Allocate less, or reverse another"
              + " allocation first.", failure);
      case "credit_note_not_overdrawn" ->
          refused("Credit note " + which + " has less left than that on one of the days. Allocate less, or reverse"
              + " another allocation first.", failure);
      case "posting_fits_invoice", "posting_fits_receipt", "posting_fits_credit_note" ->
          refused(error.getMessage() + ". Only money of the invoice's own currency and creditor can pay it.", failure);
      case "posting_not_before_its_causes" ->
          refused("An allocation to invoice " + which + " would count before the invoice was issued or the money was"
              + " there. Give the later of the two days.", failure);
      case "reversal_undoes_its_posting", "posting_reverses_id_key", "charge_posting_reverses_id_key" ->
          refused("That allocation is reversed already, or the reversal would count before it. Look at the invoice's"
              + " lines again.", failure);
      case "interest_once", "fixed_charge_once" ->
          refused("That is charged already: a day bears interest once, and a fixed sum is owed once. Look at the charges"
              + " that are posted.", failure);
      case "charge_fits_invoice", "charge_after_due" ->
          refused(error.getMessage() + ". Charge only in the invoice's currency, for days after it was due.", failure);
      case "charge_not_overdrawn" ->
          refused("Charge " + which + " has less open than that on one of the days. Allocate less, or reverse another"
              + " allocation first.", failure);
      case "posting_fits_charge" ->
          refused(error.getMessage() + ". Only money of the charge's own currency and creditor can pay it.", failure);
      case "charge_posting_not_before_its_causes" ->
          refused("A posting on charge " + which + " would count before the charge was posted or the money was there. Give"
              + " the later of the two days.", failure);
      case "companion_fits", "companion_goes_back" ->
          refused("What was let go, or netted, with an allocation stands and falls with it. Take back the allocation instead.", failure);
      case "charge_cancelled_whole" ->
          refused("Charge " + which + " is cancelled, and is not touched any more.", failure);
      case "invoice_creditor_id_number_key", "receipt_creditor_id_source_key_key", "receipt_return_creditor_id_source_key_key", "credit_note_creditor_id_number_key" ->
          Optional.of(new AlreadyRecorded("Recorded before, and not taken in twice. " + which, failure));
      default -> Optional.empty();
    };
  }

  private static Optional<RuntimeException> refused(String sentence, RuntimeException failure) {
    return Optional.of(new AllocationRefused(sentence, failure));
  }
}
