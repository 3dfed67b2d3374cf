package io.duly.desk.api;

import io.duly.desk.intake.MapPage;
import io.duly.intake.ListPreview;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** How a list would be read. Nothing was taken in. */
@Schema(description = "How a list would be read; nothing was taken in")
record ImportPreview(
    @Schema(description = "the map that this is, as ./duly import --map takes it", example = "kind: invoices\ncolumns:\n  Rechnung: number\n") String yaml,
    @Schema(description = "the saved map that it is read with by itself", example = "Our ledger") Optional<String> saved, @Schema(description = "what a column can be", example = "[\"number\", \"dueOn\"]") List<String> fields,
    List<Column> columns, @Schema(example = "invoices") Optional<String> kind, @Schema(description = "how it is written", example = "; · UTF-8 · d/m/y · 1.234,50") String dialect,
    @Schema(description = "rows that would go in") long good, @Schema(description = "rows that would be set aside") long bad, @Schema(description = "all rows were looked at") boolean whole, List<Row> rows,
    List<Trouble> problems, @Schema(example = "[\"The dates are read as day, month, year.\"]") List<String> told, @Schema(example = "No column says whose invoice it is.") Optional<String> refusal) {

  @Schema(name = "ImportColumn")
  record Column(@Schema(example = "Rechnung") String name, @Schema(example = "[\"RE-1001\", \"RE-1002\"]") List<String> samples, @Schema(description = "what it is taken for; empty: for nothing", example = "number") String field) {
    static Column of(ListPreview.Column one) {
      return new Column(one.name(), one.samples(), one.field());
    }
  }

  @Schema(name = "ImportRow")
  record Row(
      @Schema(description = "of the file") long line, @Schema(example = "[\"RE-1001\", \"2026-11-30\", \"119.00\"]") List<String> cells, @Schema(description = "the column that is wrong, from 0") Optional<Integer> wrong,
      @Schema(example = "31.11.2026 is no day.") Optional<String> problem) {
    static Row of(ListPreview.Row one) {
      return new Row(one.line(), one.cells(), one.wrong(), one.problem());
    }
  }

  @Schema(name = "ImportTrouble")
  record Trouble(@Schema(example = "dueOn") String field, @Schema(example = "date") String code, long count, @Schema(example = "31.11.2026 is no day.") String example) {
    static Trouble of(ListPreview.Problem one) {
      return new Trouble(one.field(), one.code(), one.count(), one.example());
    }
  }

  static ImportPreview of(MapPage.Shown shown) {
    var list = shown.preview();
    return new ImportPreview(
        shown.chosen().choices().yaml(), shown.saved(), shown.fields(), list.columns().stream().map(Column::of).toList(), list.kind(), list.dialect(), list.good(), list.bad(), list.whole(),
        list.rows().stream().map(Row::of).toList(), list.problems().stream().map(Trouble::of).toList(), list.told(), list.refusal());
  }
}
