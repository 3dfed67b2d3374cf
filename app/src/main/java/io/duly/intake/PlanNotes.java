package io.duly.intake;

import io.duly.intake.reading.Field;
import io.duly.intake.reading.FilePlan;
import io.duly.intake.reading.Kind;
import io.duly.intake.reading.Layout;
import io.duly.intake.rows.ColumnLint;
import io.duly.intake.rows.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be told of a whole file before its rows are read. */
final class PlanNotes {
  private final FilePlan plan;
  private final Creditors creditors;
  private final Optional<String> said;
  private final Optional<String> map;

  PlanNotes(FilePlan plan, Creditors creditors, ImportRequest request) {
    this.plan = plan;
    this.creditors = creditors;
    this.said = request.columns().currency();
    this.map = request.savedMap();
  }

  /** The currency of amounts that do not say theirs. */
  String currency() {
    return said.orElseGet(() -> creditors.main().currency().getCurrencyCode());
  }

  List<Note> all() {
    var notes = new ArrayList<>(ColumnLint.of(plan.layout()));
    map.ifPresent(name -> notes.add(new Note(0, "", "map-used", "Read with the saved map “" + name + "”, for its columns are these.")));
    if (currencyIsAssumed()) {
      notes.add(file(Field.CURRENCY, "currency-assumed",
          "No column says the currency; the amounts were taken as " + currency() + ", the creditor's. Say --currency if it is another."));
    }
    plan.prediction().ifPresent(column -> notes.add(file(Field.SETTLED_ON, "prediction-left-out",
        "Column '" + column.header() + "' was left out: in a list of open items by age it can only be when somebody expects the money."
            + " If these are payments, map it to settledOn with --map.")));
    if (plan.notCountries().count() > 0) {
      notes.add(file(Field.COUNTRY, "country-unknown",
          String.join(", ", plan.notCountries().examples()) + ": no ISO country codes or names (" + plan.notCountries().count() + " of "
              + plan.notCountries().of() + " rows); these customers were left without a country. Use codes such as DE."));
    }
    if (plan.header().index() > 0) {
      notes.add(new Note(0, "", "header-below", "The names of the columns are on row " + (plan.header().index() + 1)
          + "; what is above was left out."));
    }
    return notes;
  }

  private boolean currencyIsAssumed() {
    Layout layout = plan.layout();
    boolean inHeader = layout.columns(Field.Type.AMOUNT).stream().anyMatch(column -> column.currency().isPresent());
    return layout.kind() != Kind.DEBTORS && said.isEmpty() && !inHeader && !layout.has(Field.CURRENCY);
  }

  private static Note file(Field field, String code, String message) {
    return new Note(0, field.word(), code, message);
  }
}
