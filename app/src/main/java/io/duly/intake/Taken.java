package io.duly.intake;

import io.duly.intake.rows.DeliveryDays;
import io.duly.intake.stage.Outcome;
import java.util.Optional;

/** What became of a file's rows, and how long its invoices took to be written, where it says so. */
record Taken(Outcome outcome, Optional<DeliveryDays> delivery) {}
