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
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads what is known of a debtor at an instant. */
final class ContactFactsRead {
  private static final String DEBTOR =
      """
      select d.creditor_id, d.kind, d.country, d.region, d.city, d.time_zone, c.time_zone creditor_zone, c.collects
        from parties.debtor d join parties.creditor c on c.id = d.creditor_id where d.id = ?
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
    var row = Optional.ofNullable(tx.fetchOne(DEBTOR, debtor.value()))
        .orElseThrow(() -> new IllegalArgumentException("There is no debtor " + debtor));
    var known = readAll(tx, Map.of(debtor.value(), given(row)), at).values().iterator().next();
    var about = known.facts().about(recovery.map(CaseId::value).map(Set::of).orElse(Set.of()));
    return new KnownDebtor(known.creditor(), known.zone(), about.held(holds(tx, debtor, recovery)));
  }

  /**
   * Reads what was said by or to many in a fixed number of queries, without holds.
   *
   * @param debtors by id
   */
  static Map<UUID, KnownDebtor> readAll(DSLContext tx, Map<UUID, GivenDebtor> debtors, Instant at) {
    var ids = debtors.keySet().toArray(UUID[]::new);
    var wishes = WishesRead.of(tx, ids, at);
    var history = HistoryRead.of(tx, ids, at);
    var letters = HistoryRead.firstLetters(tx, ids);
    var all = HashMap.<UUID, KnownDebtor>newHashMap(ids.length);
    Map<GivenDebtor, DebtorPlace> places = new HashMap<>();
    debtors.forEach((id, given) -> {
      var place = places.computeIfAbsent(given, ContactFactsRead::place);
      var said = Optional.ofNullable(wishes.get(id)).orElseGet(WishesRead::none);
      var facts =
          facts(given, place.alsoIn(said.zones()))
              .with(Optional.ofNullable(history.get(id)).map(rows -> HistoryRead.contacts(rows, place.primary())).orElse(List.of()))
              .with(said.wishes());
      var notified = Optional.ofNullable(letters.get(id)).map(facts::notifiedOn).orElse(facts);
      all.put(id, new KnownDebtor(given.creditor(), place.primary(), notified));
    });
    return all;
  }

  /** A debtor who never said anything and was never spoken or written to. */
  static KnownDebtor withoutPast(GivenDebtor given) {
    var place = place(given);
    return new KnownDebtor(given.creditor(), place.primary(), facts(given, place));
  }

  private static ContactFacts facts(GivenDebtor given, DebtorPlace place) {
    return ContactFacts.of(party(given.kind()), collecting(given.collects()), place.jurisdictions(), place.zones());
  }

  private static GivenDebtor given(Record row) {
    return GivenDebtor.of(
        new CreditorId(row.get("creditor_id", UUID.class)),
        new GivenDebtor.Creditor(row.get("collects", String.class), row.get("creditor_zone", String.class)),
        text(row, "kind").orElseThrow(),
        new GivenDebtor.Place(
            row.get("country", String.class), row.get("region", String.class), row.get("city", String.class), row.get("time_zone", String.class)));
  }

  private static DebtorPlace place(GivenDebtor given) {
    var creditors = DebtorPlace.zone(given.creditorZone().orElse("")).orElse(ZoneId.of("Etc/UTC"));
    return DebtorPlace.of(given.country(), given.region(), given.city(), given.zone(), creditors);
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
