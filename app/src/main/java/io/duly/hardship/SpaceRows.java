package io.duly.hardship;

import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.moratorium.Caveat;
import io.duly.moratorium.Caveat.Seeker;
import io.duly.moratorium.Moratoria;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads breathing spaces. What was told comes with them as far as row security lets the reader see it. */
final class SpaceRows {
  private static final String SPACES =
      """
      select s.*, t.space_id is not null as told, t.recorded_by as teller, t.told_by, t.kind, t.words, t.consent_on, t.consent_by, t.consent_how, t.withdrawn_on,
             t.moratorium, t.reference, t.notified_by, t.treatment_ended_on, t.ended_why, d.country, d.region, d.kind as debtor_kind,
             (select max(o.since) from hardship.space o join hardship.telling u on u.space_id = o.id
               where o.debtor_id = s.debtor_id and o.since < s.since and u.moratorium = t.moratorium) as before
        from hardship.space s join parties.debtor d on d.id = s.debtor_id left join hardship.telling t on t.space_id = s.id
       where %s order by s.recorded_at desc, s.id
      """;
  private static final String OF_CASE = SPACES.formatted("s.debtor_id = (select c.debtor_id from cases.recovery_case c where c.id = ?)");
  private static final String OF_DEBTOR = SPACES.formatted("s.debtor_id = ?");

  private SpaceRows() {}

  static List<Space> of(DSLContext tx, CaseId id) {
    return tx.fetch(OF_CASE, id.value()).map(SpaceRows::space);
  }

  static List<Space> of(DSLContext tx, DebtorId debtor) {
    return tx.fetch(OF_DEBTOR, debtor.value()).map(SpaceRows::space);
  }

  private static Space space(Record row) {
    return new Space(
        row.get("id", UUID.class), row.get("since", LocalDate.class), day(row, "until"), row.get("review_on", LocalDate.class), row.get("statutory", Boolean.class),
        row.get("charges_rest", Boolean.class), day(row, "reviewed_on"), day(row, "ended_on"), day(row, "closed_on"),
        row.get("told", Boolean.class) ? Optional.of(telling(row)) : Optional.empty());
  }

  private static Telling telling(Record row) {
    return new Telling(
        row.get("teller", String.class), toldBy(row, "told_by"), text(row, "kind").map(word -> Trouble.valueOf(word.toUpperCase(Locale.ROOT))), text(row, "words"),
        day(row, "consent_on").map(on -> new Telling.Agreed(row.get("consent_by", String.class), toldBy(row, "consent_how"), on, day(row, "withdrawn_on"))),
        text(row, "moratorium").map(word -> noticed(row, word)), text(row, "ended_why"));
  }

  private static Telling.Noticed noticed(Record row, String word) {
    boolean treatmentOpen = Moratoria.of(word).filter(one -> one.isOfTreatment()).isPresent() && day(row, "treatment_ended_on").isEmpty();
    return new Telling.Noticed(word, row.get("reference", String.class), row.get("notified_by", String.class), treatmentOpen, caveats(row, word));
  }

  private static List<Caveat> caveats(Record row, String word) {
    var kind = row.get("debtor_kind", String.class);
    var seeker = new Seeker(text(row, "country"), text(row, "region"), kind.equals("company"), kind.equals("sole_trader"), day(row, "before"));
    return Moratoria.of(word).map(one -> one.caveats(seeker, row.get("since", LocalDate.class))).orElse(List.of());
  }

  private static ToldBy toldBy(Record row, String column) {
    return ToldBy.valueOf(row.get(column, String.class).toUpperCase(Locale.ROOT));
  }

  private static Optional<LocalDate> day(Record row, String column) {
    return Optional.ofNullable(row.get(column, LocalDate.class));
  }

  private static Optional<String> text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class));
  }
}
