package io.duly.banking.export;

import io.duly.banking.statement.Finding;
import io.duly.intake.CannotImport;
import io.duly.intake.ImportRequest;
import io.duly.intake.MapChoices;
import io.duly.intake.Previews;
import io.duly.intake.csv.FileRefused;
import io.duly.intake.csv.Listed;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Banks' lists as a person looks at them before they are taken in: what each column is, and what would become of the rows. */
@Component
public final class BankLists {
  /** As a map says its kind. */
  public static final String KIND = "bankStatements";

  private final BankMaps maps;
  private final Whereabouts whereabouts;
  private final AccountMeant accounts;
  private final DSLContext database;
  private final IdSource ids;

  BankLists(BankMaps maps, Whereabouts whereabouts, AccountMeant accounts, DSLContext database, IdSource ids) {
    this.maps = maps;
    this.whereabouts = whereabouts;
    this.accounts = accounts;
    this.database = database;
    this.ids = ids;
  }

  /**
   * What a person begins with.
   *
   * @param saved the name of the map that fits, where one was saved
   */
  public record Beginning(MapChoices choices, Optional<String> saved) {}

  /** The words of what a column can say, as a map says them. */
  public static List<String> columns() {
    return Arrays.stream(Column.values()).filter(column -> column != Column.IGNORE).map(Column::word).toList();
  }

  /** Whether a map is one of a bank's list. */
  public static boolean isMeant(String yaml) {
    return BankMapReader.isMeant(yaml);
  }

  /**
   * How a map would have been chosen on the page.
   *
   * @throws CannotImport where it is not as it should be
   */
  public static MapChoices choices(String yaml) {
    return BankMapReader.choices(yaml);
  }

  /** Empty where the file is no bank's list, as far as can be seen. */
  public Optional<Beginning> seen(Path file, ImportRequest request) throws IOException {
    try (var listed = Listed.of(file)) {
      var list = list(listed.path());
      var fits = maps.fitting(database, list, request.creditor());
      if (fits.isPresent()) {
        return fits.map(one -> new Beginning(choices(one.yaml()), Optional.of(one.fitted().map().name()).filter(_ -> one.saved())));
      }
      var shape = list.shape(Optional.empty());
      var lines = BankList.read(listed.path(), shape, Optional.empty(), 0, Previews.MOST_ROWS);
      var hints = whereabouts.hints(file, request);
      return ListGuess.of(lines, shape, hints) instanceof Guess.Other ? Optional.empty() : Optional.of(new Beginning(ListGuess.draft(lines, shape, hints).choices(), Optional.empty()));
    } catch (FileRefused noList) {
      return Optional.empty();
    }
  }

  /**
   * What a person begins with who says that the file is a bank's list.
   *
   * @param separator where they said it
   */
  public MapChoices begun(Path file, ImportRequest request, Optional<String> separator) throws IOException {
    try (var listed = Listed.of(file)) {
      var list = list(listed.path());
      return draft(listed.path(), list, request, separator).choices();
    } catch (FileRefused noList) {
      return new MapChoices(
          Optional.of(KIND), java.util.Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), java.util.Map.of());
    }
  }

  /** Reads a file as somebody chose, without taking anything in. */
  public BankPreview of(Path file, ImportRequest request, MapChoices chosen) throws IOException {
    try (var listed = Listed.of(file)) {
      var list = list(listed.path());
      return of(listed.path(), list, request, chosen);
    } catch (FileRefused noList) {
      return BankPreview.refused(List.of(), String.valueOf(noList.getMessage()));
    }
  }

  private BankPreview of(Path text, BankList list, ImportRequest request, MapChoices chosen) throws IOException {
    BankMap map;
    try {
      map = BankMapReader.read(chosen.yaml());
    } catch (CannotImport wrong) {
      return unfit(text, list, request, chosen, String.valueOf(wrong.getMessage()));
    }
    var fitted = list.fit(map);
    return fitted.isPresent() ? of(text, list, request, chosen, fitted.get())
        : unfit(text, list, request, chosen, "The columns that were chosen are not those of the file as it is parted now. Look at how its cells are parted.");
  }

  private BankPreview of(Path text, BankList list, ImportRequest request, MapChoices chosen, Fitted fitted) throws IOException {
    var lines = BankList.read(text, fitted.shape(), fitted.map().encoding(), fitted.above(), Previews.MOST_ROWS);
    var columns = ListColumns.of(fitted, list.rows(fitted.shape(), Integer.MAX_VALUE)).as(chosen.columns());
    var told = new ArrayList<Finding>();
    var found = accounts.of(text, request, ExportTaker.mapped(lines, list, fitted, request, List.of()), told);
    var reader = new RowReader(fitted, found.number().or(() -> Optional.of(ListTried.NO_ACCOUNT)), found.currency());
    var sentences = told.stream().map(Finding::sentence).toList();
    return new ListTried(fitted, reader).of(lines, lines.size() < Previews.MOST_ROWS, columns, sentences);
  }

  private BankPreview unfit(Path text, BankList list, ImportRequest request, MapChoices chosen, String why) throws IOException {
    var draft = draft(text, list, request, chosen.separator());
    return BankPreview.refused(ListColumns.of(draft, list.rows(draft.seen().shape(), Integer.MAX_VALUE)).as(chosen.columns()), why);
  }

  private Draft draft(Path text, BankList list, ImportRequest request, Optional<String> separator) throws IOException {
    var shape = list.shape(separator.filter(sign -> sign.length() == 1).map(sign -> sign.charAt(0)));
    return ListGuess.draft(BankList.read(text, shape, Optional.empty(), 0, Previews.MOST_ROWS), shape, whereabouts.hints(text, request));
  }

  private static BankList list(Path text) throws IOException {
    return BankList.at(text).orElseThrow(() -> new FileRefused("not-text", "The file is no text."));
  }

  /**
   * Keeps a map for the next file with the same columns; the creditor's earlier one for them is replaced.
   *
   * @param yaml with the map's name in it
   * @throws CannotImport where it is not as it should be
   */
  public void keep(DSLContext tx, CreditorId creditor, String yaml) {
    maps.remember(tx, ids.next(), creditor.value(), BankMapReader.read(yaml), yaml);
  }
}
