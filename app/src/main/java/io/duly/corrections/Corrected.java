package io.duly.corrections;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a correction brought about.
 *
 * @param invoice its number
 * @param creditNote its number; empty where nothing was left to credit
 * @param credited by this correction
 * @param moved money that had been set against what was not owed, and now pays something else
 * @param left money of it that waits to be allocated or returned
 * @param charges on it that were taken back
 * @param apologyOn the day for which an apology is drafted; empty where nobody had been written to about it
 */
public record Corrected(
    String invoice,
    Optional<String> creditNote,
    Money credited,
    Money moved,
    Money left,
    Money charges,
    Optional<LocalDate> apologyOn) {}
