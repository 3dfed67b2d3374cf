package io.duly.intake;

import io.duly.intake.reading.ColumnMap;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How files are to be taken in.
 *
 * @param creditor by name, made where there is none of it
 * @param asOf take in the world as it was known at the end of this day; what came later arrives on its day
 * @param map what the files do not say themselves
 * @param today the business date
 */
public record ImportRequest(Optional<String> creditor, Optional<LocalDate> asOf, ColumnMap map, LocalDate today) {}
