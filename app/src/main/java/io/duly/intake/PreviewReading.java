package io.duly.intake;

import io.duly.intake.reading.Column;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.FilePlan;
import io.duly.intake.rows.Assumptions;
import io.duly.intake.rows.ColumnLint;
import io.duly.intake.rows.Note;
import io.duly.intake.rows.RowRefused;
import io.duly.intake.rows.RowText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Goes over the rows of a list once and remembers what a preview shows. */
final class PreviewReading {
  private static final int SHOWN = 20;
  private static final int SAMPLES = 3;
  private static final int PROBLEMS = 20;

  private final FilePlan plan;
  private final UUID creditor;
  private final Assumptions assumptions;
  private final List<Set<String>> samples = new ArrayList<>();
  private final Map<Integer, Field> fields = new HashMap<>();
  private final List<ListPreview.Row> rows = new ArrayList<>();
  private final Map<String, ListPreview.Problem> problems = new HashMap<>();
  private long good;
  private long bad;

  PreviewReading(FilePlan plan, UUID creditor, Assumptions assumptions) {
    this.plan = plan;
    this.creditor = creditor;
    this.assumptions = assumptions;
    plan.layout().columns().forEach((field, column) -> fields.put(column.index(), field));
    plan.header().names().forEach(_ -> samples.add(new LinkedHashSet<>()));
  }

  ListPreview read(boolean whole) throws IOException {
    try (var all = plan.open(_ -> {})) {
      var row = new RowText(all, plan.layout(), plan.styles());
      var reading = RowReading.of(plan, row, creditor, assumptions);
      for (long count = 0; count < plan.rows() && all.next(); count++) {
        take(row, reading);
      }
    }
    var told = ColumnLint.of(plan.layout()).stream().map(Note::message).toList();
    var worst = problems.values().stream().sorted(Comparator.comparingLong(ListPreview.Problem::count).reversed()).limit(PROBLEMS).toList();
    return new ListPreview(columns(), Optional.of(plan.layout().kind().word()), plan.dialect(), rows, good, bad, whole, worst, told, Optional.empty());
  }

  private void take(RowText row, RowReading reading) {
    Optional<Note> wrong = Optional.empty();
    try {
      row.requireWhole();
      reading.read(_ -> {});
      good++;
    } catch (RowRefused refused) {
      var note = refused.on(row.line());
      wrong = Optional.of(note);
      bad++;
      problems.merge(note.field() + " " + note.code(), new ListPreview.Problem(note.field(), note.code(), 1, note.message()), PreviewReading::added);
    }
    if (rows.size() < SHOWN) {
      rows.add(shown(row, wrong));
    }
  }

  private static ListPreview.Problem added(ListPreview.Problem one, ListPreview.Problem other) {
    return new ListPreview.Problem(one.field(), one.code(), one.count() + other.count(), one.example());
  }

  private ListPreview.Row shown(RowText row, Optional<Note> wrong) {
    var cells = new ArrayList<String>();
    for (int at = 0; at < samples.size(); at++) {
      var text = row.cell(at);
      if (!text.isEmpty() && samples.get(at).size() < SAMPLES) {
        samples.get(at).add(text);
      }
      cells.add(Optional.ofNullable(fields.get(at)).flatMap(field -> understood(field, text)).orElse(text));
    }
    var column = wrong.map(Note::field).flatMap(Field::of).flatMap(plan.layout()::column).map(Column::index);
    return new ListPreview.Row(row.line(), cells, column, wrong.map(Note::message));
  }

  /** Dates and amounts as they were understood; empty where there is nothing to understand, or it cannot be. */
  private Optional<String> understood(Field field, String text) {
    return switch (field.type()) {
      case DATE -> plan.styles().dates(field).read(text).map(String::valueOf);
      case AMOUNT -> plan.styles().amounts(field).read(text).map(read -> read.major().toPlainString() + read.currency().map(code -> " " + code).orElse(""));
      case NUMBER -> Optional.of(plan.styles().number(field, text));
      case TEXT, FLAG -> Optional.empty();
    };
  }

  private List<ListPreview.Column> columns() {
    var columns = new ArrayList<ListPreview.Column>();
    for (int at = 0; at < samples.size(); at++) {
      var field = Optional.ofNullable(fields.get(at)).map(Field::word).orElse("");
      columns.add(new ListPreview.Column(plan.header().names().get(at), List.copyOf(samples.get(at)), field));
    }
    return columns;
  }
}
