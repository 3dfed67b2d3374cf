package io.duly.intake.reading;

import io.duly.intake.csv.FileRefused;
import io.duly.intake.csv.Rows;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all the rows show together. */
final class Survey implements Cells {
  private static final int MOST_CREDITORS = 1000;
  private static final int EXAMPLES = 5;

  private final Layout layout;
  private final Detection detection;
  private final Set<String> creditors = new LinkedHashSet<>();
  private final Set<String> notCountries = new LinkedHashSet<>();
  private long notCountry;
  private long countries;
  private long count;
  private @Nullable Rows rows;

  Survey(Layout layout, ColumnMap map, Optional<String> currency) {
    this.layout = layout;
    this.detection = new Detection(layout, map, currency);
  }

  @Override
  public String cell(int index) {
    return Cells.tidy(Objects.requireNonNull(rows).cell(index));
  }

  void over(Rows all, long most) throws IOException {
    rows = all;
    while (count < most && all.next()) {
      count++;
      if (all.problem() == Rows.Problem.NONE && all.cells() >= layout.width()) {
        detection.add(this);
        layout.column(Field.CREDITOR).ifPresent(column -> creditor(cell(column.index())));
        layout.column(Field.COUNTRY).ifPresent(column -> country(cell(column.index())));
      }
    }
  }

  private void creditor(String code) {
    if (!code.isEmpty() && creditors.add(code) && creditors.size() > MOST_CREDITORS) {
      throw new FileRefused("too-many-creditors", Field.CREDITOR.word(),
          "Column '" + layout.column(Field.CREDITOR).map(Column::header).orElse("") + "' names more than " + MOST_CREDITORS
              + " creditors. Is it the creditor? Say with --map what it is, or name the creditor with --creditor.");
    }
  }

  private void country(String text) {
    if (!text.isEmpty()) {
      countries++;
      if (Codes.country(text).isEmpty()) {
        notCountry++;
        if (notCountries.size() < EXAMPLES) {
          notCountries.add(text.length() > 20 ? text.substring(0, 20) + "…" : text);
        }
      }
    }
  }

  Styles styles() {
    return detection.styles();
  }

  long count() {
    return count;
  }

  Set<String> creditors() {
    return creditors;
  }

  FilePlan.NotCountries notCountries() {
    return new FilePlan.NotCountries(notCountries, notCountry, countries);
  }
}
