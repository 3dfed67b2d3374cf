package io.duly.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Something to tell about a row or a file.
 *
 * @param row the physical line of the file, from 1; empty where it is about the whole file
 * @param field which part of the row, in the words of a map; empty where it is about all of it
 * @param code stable, for programs
 * @param message a sentence on which one can act
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Finding(Optional<Long> row, Optional<String> field, String code, String message) {}
