package io.duly.desk.api;

import io.duly.desk.intake.Narrowed;
import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.intake.AsideRow;
import io.duly.intake.MendedRow;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows that are read again, each with its own cells or all of one sort with one value. */
@Schema(description = "Either rows, each with its cells, or fill: one value for all rows with the same problem")
record RowsToMend(Optional<@Size(min = 1, max = RowsToMend.MOST) List<@Valid Row>> rows, Optional<@Valid Fill> fill) {
  static final int MOST = 500;

  @Schema(name = "RowToMend")
  record Row(@NotNull UUID id, @NotNull @Size(max = 500) @Schema(description = "by column from 0; what is left out stays as it is", example = "{\"1\": \"30.11.2026\"}") Map<Integer, @NotNull @Size(max = 10_000) String> cells) {}

  @Schema(name = "FillRows")
  record Fill(
      @NotNull @Schema(example = "date") String code, @Schema(example = "dueOn") Optional<String> field, @Min(0) @Max(9999) @Schema(description = "from 0", example = "1") int column,
      @NotNull @Size(max = 10_000) @Schema(example = "30.11.2026") String value) {}

  Optional<Set<UUID>> named() {
    if (rows.isPresent() == fill.isPresent()) {
      throw new Refusal(ProblemType.INVALID_REQUEST, "A field of the body is not good; see errors.", Problem.Part.of("/rows", "Say either rows or fill."));
    }
    return rows.map(all -> Set.copyOf(all.stream().map(Row::id).toList()));
  }

  Narrowed such() {
    return new Narrowed(fill.map(Fill::code), fill.map(one -> one.field().orElse("")));
  }

  /** As they are to be from now on. */
  List<MendedRow> mended(List<AsideRow> found) {
    var said = new HashMap<UUID, Map<Integer, String>>();
    rows.ifPresent(all -> all.forEach(one -> said.put(one.id(), one.cells())));
    var mended = new ArrayList<>(found.stream().map(row -> new MendedRow(row.id(), cells(row, fill.map(one -> Map.of(one.column(), one.value())).orElseGet(() -> said.getOrDefault(row.id(), Map.of()))))).toList());
    var gone = new ArrayList<>(said.keySet());
    gone.removeAll(found.stream().map(AsideRow::id).toList());
    gone.forEach(id -> mended.add(new MendedRow(id, List.of())));
    return mended;
  }

  private static List<String> cells(AsideRow row, Map<Integer, String> said) {
    var cells = new ArrayList<>(row.cells());
    said.forEach((at, text) -> {
      if (at < 0 || at >= cells.size()) {
        throw new Refusal(ProblemType.INVALID_REQUEST, "A field of the body is not good; see errors.", Problem.Part.of("/rows", "The row of line " + row.line() + " has no column " + at + "; it has " + cells.size() + ", from 0."));
      }
      cells.set(at, text);
    });
    return cells;
  }
}
