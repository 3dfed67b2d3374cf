package io.duly.banking;

import java.time.LocalDate;

/**
 * Told after bank statements were taken in and committed: whoever matches money does so now, in a transaction of its own.
 *
 * @param today the business date
 */
public record StatementsTaken(LocalDate today) {}
