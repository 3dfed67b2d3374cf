package io.duly.intake.job;

import io.duly.kernel.CreditorId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file as it was handed in.
 *
 * @param file where its bytes are; they are the job's from now on
 * @param creditor whose it is, where the file does not say it itself
 * @param lookFirst its columns are to be chosen before it is taken in
 * @param by who handed it in: {@code person:<login>} or {@code folder:<name>}
 * @param today the business date of the import
 */
public record NewJob(SpooledFile file, Optional<CreditorId> creditor, boolean lookFirst, String by, LocalDate today) {}
