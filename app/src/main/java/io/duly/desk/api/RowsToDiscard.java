package io.duly.desk.api;

import io.duly.desk.intake.Narrowed;
import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows that are put away for good: those named, or all with one problem. */
@Schema(description = "Either rows, or code with field: all rows with that problem")
record RowsToDiscard(
    Optional<@Size(min = 1, max = RowsToMend.MOST) List<@NotNull UUID>> rows, @Schema(example = "columns") Optional<String> code, @Schema(example = "dueOn") Optional<String> field,
    @NotBlank @Size(max = 1000) @Schema(example = "Cut off in the export; the file of the next day has them.") String reason) {

  Optional<Set<UUID>> named() {
    if (rows.isPresent() == code.isPresent()) {
      throw new Refusal(ProblemType.INVALID_REQUEST, "A field of the body is not good; see errors.", Problem.Part.of("/rows", "Say either rows or code."));
    }
    return rows.map(Set::copyOf);
  }

  Narrowed such() {
    return new Narrowed(code, code.map(_ -> field.orElse("")));
  }
}
