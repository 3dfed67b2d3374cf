package io.duly.intake;

import io.duly.intake.csv.FileRefused;
import io.duly.intake.csv.Listed;
import io.duly.intake.csv.Look;
import io.duly.intake.csv.Source;
import io.duly.intake.reading.FilePlan;
import io.duly.intake.reading.HeaderRow;
import io.duly.intake.rows.Assumptions;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.parties.TermsOfTrade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Shows how a list would be read, through the readers of the import. */
@Component
public final class Previews {
  /** Rows that are looked at: enough to see what is wrong, few enough to answer while somebody chooses. */
  public static final int MOST_ROWS = 20_000;

  private static final UUID NOBODY = new UUID(0, 0);
  private static final int SAMPLES = 3;

  private final DSLContext dsl;
  private final Parties parties;
  private final TermsOfTrade terms;
  private final SavedMaps maps;

  Previews(DSLContext dsl, Parties parties, TermsOfTrade terms, SavedMaps maps) {
    this.dsl = dsl;
    this.parties = parties;
    this.terms = terms;
    this.maps = maps;
  }

  /** The saved map that a file would be read with by itself. */
  public Optional<SavedMap> saved(Path file, Optional<String> creditor) throws IOException {
    try (var listed = Listed.of(file)) {
      return maps.fitting(Look.at(listed.path()), creditor);
    } catch (FileRefused noList) {
      return Optional.empty();
    }
  }

  /**
   * Reads a file without taking anything in.
   *
   * @param request the map in it counts as it stands: no saved one is looked for
   * @throws CannotImport where the request's map is not as it should be
   */
  public ListPreview of(Path file, ImportRequest request) throws IOException {
    try (var listed = Listed.of(file)) {
      return of(Look.at(listed.path()), request);
    } catch (FileRefused noList) {
      return ListPreview.refused(List.of(), String.valueOf(noList.getMessage()));
    }
  }

  private ListPreview of(Source source, ImportRequest request) throws IOException {
    var map = request.columns();
    var creditor = Creditors.expected(dsl, parties, request.creditor());
    try {
      var currency = map.currency().or(() -> creditor.map(one -> one.currency().getCurrencyCode()));
      var plan = FilePlan.of(source, map, currency, MOST_ROWS, _ -> {});
      return new PreviewReading(plan, creditor.map(one -> one.id().value()).orElse(NOBODY), assumptions(creditor, currency, request))
          .read(plan.rows() < MOST_ROWS);
    } catch (FileRefused refused) {
      var seen = HeaderRow.seen(source, map);
      return ListPreview.refused(columns(seen, request), String.valueOf(refused.getMessage()));
    }
  }

  private Assumptions assumptions(Optional<Creditor> creditor, Optional<String> currency, ImportRequest request) {
    return new Assumptions(currency.orElse("EUR"), Creditors.paymentTerms(dsl, terms, creditor.stream().toList()), request.today());
  }

  /** Of a file that is refused as it is: what its columns would be taken for, by what was chosen and by their names. */
  private static List<ListPreview.Column> columns(HeaderRow.Seen seen, ImportRequest request) {
    var kind = request.columns().kind().map(one -> one.word()).orElse("");
    var columns = new ArrayList<ListPreview.Column>();
    for (int at = 0; at < seen.header().size(); at++) {
      int index = at;
      var samples = seen.below().stream().filter(row -> row.size() > index).map(row -> row.get(index).strip()).filter(cell -> !cell.isEmpty()).distinct().limit(SAMPLES).toList();
      var name = seen.header().get(at);
      var chosen = request.columns().meaning(name).map(field -> field.map(one -> one.word()).orElse(""));
      columns.add(new ListPreview.Column(name, samples, chosen.orElseGet(() -> HeaderRow.guess(kind, name))));
    }
    return columns;
  }
}
