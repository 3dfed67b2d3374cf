package io.duly.intake.reading;

import java.util.Optional;

/**
 * A column that says something.
 *
 * @param index from 0
 * @param header its name as the file has it
 * @param currency what its name says of the currency of its amounts
 */
public record Column(int index, String header, Field field, Optional<String> currency) {}
