package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.rules.contact.Collecting;
import io.duly.rules.contact.ContactFacts;
import io.duly.rules.contact.HeldBack;
import io.duly.rules.contact.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads what is known of a debtor at an instant. */
final class ContactFactsRead {
  private static final String DEBTOR =
      """
      select d.id, d.creditor_id, d.kind, d.country, d.region, d.city, d.time_zone, c.time_zone creditor_zone, c.collects
        from parties.debtor d join parties.creditor c on c.id = d.creditor_id where d.id = any (?)
      """;
  private static final String HOLDS =
      """
      select kind, since, case when lifted_on is null then until else least(until, lifted_on - 1) end until
        from cases.hold where debtor_id = ?::uuid and (case_id is null or ?::uuid is null or case_id = ?::uuid)
         and (lifted_on is null or lifted_on > since)
      """;

  private ContactFactsRead() {}

  /**
   * Reads the debtor with holds, wishes and contacts.
   *
   * @param recovery the case that a contact would be about; empty: any
   * @throws IllegalArgumentException where there is no such debtor
   */
  static KnownDebtor read(DSLContext tx, DebtorId debtor, Optional<CaseId> recovery, Instant at) {
    var ids = Set.of(debtor.value());
    var known = Optional.ofNullable(readAll(tx, ids, ids, at).get(debtor.value()))
        .orElseThrow(() -> new IllegalArgumentException("There is no debtor " + debtor));
    var about = known.facts().about(recovery.map(CaseId::value).map(Set::of).orElse(Set.of()));
    return new KnownDebtor(known.creditor(), known.zone(), about.held(holds(tx, debtor, recovery)));
  }

  /**
   * Reads many in a fixed number of queries, without holds.
   *
   * @param withPast those who said or were told something; of the others it is not looked for
   */
  static Map<UUID, KnownDebtor> readAll(DSLContext tx, Set<UUID> debtors, Set<UUID> withPast, Instant at) {
    var past = withPast.toArray(UUID[]::new);
    var wishes = past.length == 0 ? Map.<UUID, WishesRead>of() : WishesRead.of(tx, past, at);
    var history = past.length == 0 ? Map.<UUID, List<Record>>of() : HistoryRead.of(tx, past, at);
    var letters = past.length == 0 ? Map.<UUID, LocalDate>of() : HistoryRead.firstLetters(tx, past);
    var all = new HashMap<UUID, KnownDebtor>();
    Map<List<Optional<String>>, DebtorPlace> places = new HashMap<>();
    for (var row : tx.fetch(DEBTOR, (Object) debtors.toArray(UUID[]::new))) {
      var id = row.get("id", UUID.class);
      var said = Optional.ofNullable(wishes.get(id)).orElseGet(WishesRead::none);
      var place = places.computeIfAbsent(written(row), _ -> place(row)).alsoIn(said.zones());
      var facts =
          ContactFacts.of(party(text(row, "kind").orElseThrow()), collecting(text(row, "collects")), place.jurisdictions(), place.zones())
              .with(Optional.ofNullable(history.get(id)).map(rows -> HistoryRead.contacts(rows, place.primary())).orElse(List.of()))
              .with(said.wishes());
      var notified = Optional.ofNullable(letters.get(id)).map(facts::notifiedOn).orElse(facts);
      all.put(id, new KnownDebtor(new CreditorId(row.get("creditor_id", UUID.class)), place.primary(), notified));
    }
    return all;
  }

  private static List<Optional<String>> written(Record row) {
    return Stream.of("country", "region", "city", "time_zone", "creditor_zone").map(column -> text(row, column)).toList();
  }

  private static DebtorPlace place(Record row) {
    var creditors = DebtorPlace.zone(text(row, "creditor_zone").orElse("")).orElse(ZoneId.of("Etc/UTC"));
    return DebtorPlace.of(text(row, "country"), text(row, "region"), text(row, "city"), text(row, "time_zone"), creditors);
  }

  /** A sole trader is a natural person, and so may be whoever is not known. */
  private static Party party(String kind) {
    return switch (kind) {
      case "company" -> Party.COMPANY;
      case "consumer", "sole_trader" -> Party.NATURAL_PERSON;
      default -> Party.UNKNOWN;
    };
  }

  private static Collecting collecting(Optional<String> collects) {
    return collects.map(word -> Collecting.valueOf(word.toUpperCase(Locale.ROOT))).orElse(Collecting.UNKNOWN);
  }

  private static List<HeldBack> holds(DSLContext tx, DebtorId debtor, Optional<CaseId> recovery) {
    var about = recovery.map(CaseId::value).map(UUID::toString).orElse(null);
    return tx.fetch(HOLDS, debtor.value(), about, about)
        .map(
            row ->
                new HeldBack(
                    text(row, "kind").orElseThrow().replace('_', ' '),
                    row.get("since", LocalDate.class),
                    Optional.ofNullable(row.get("until", LocalDate.class))));
  }

  static Optional<String> text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class)).map(String::strip).filter(text -> !text.isEmpty());
  }
}
