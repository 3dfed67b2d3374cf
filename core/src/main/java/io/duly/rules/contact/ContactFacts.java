package io.duly.rules.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of a debtor at the moment of asking. Nothing in it lies in the future.
 *
 * @param jurisdictions places that the debtor may be in, as in {@code DE} or {@code US-MA}; empty
 *     where none is known
 * @param zones every zone in which the debtor may be; a contact must be allowed in all
 * @param debts what the contact would be about, by the ids of the cases; empty: any
 * @param noticeOn the day on which the debt was first written of
 */
public record ContactFacts(
    Party party,
    Collecting collecting,
    Set<String> jurisdictions,
    Set<ZoneId> zones,
    Set<UUID> debts,
    List<PastContact> history,
    Wishes wishes,
    List<HeldBack> holds,
    Optional<LocalDate> noticeOn) {

  /**
   * What the debtor wishes.
   *
   * @param representedSince from when on somebody speaks for the debtor
   */
  public record Wishes(
      List<Stop> stops,
      List<Inconvenient> inconvenient,
      List<Consent> consents,
      Optional<Instant> representedSince) {
    public static final Wishes NONE = new Wishes(List.of(), List.of(), List.of(), Optional.empty());

    public Wishes {
      stops = List.copyOf(stops);
      inconvenient = List.copyOf(inconvenient);
      consents = List.copyOf(consents);
    }
  }

  public ContactFacts {
    jurisdictions = Set.copyOf(jurisdictions);
    zones = Set.copyOf(zones);
    debts = Set.copyOf(debts);
    history = List.copyOf(history);
    holds = List.copyOf(holds);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("Name at least one time zone for the debtor");
    }
  }

  /** Somebody of whom nothing has happened yet. */
  public static ContactFacts of(
      Party party, Collecting collecting, Set<String> jurisdictions, Set<ZoneId> zones) {
    return new ContactFacts(
        party,
        collecting,
        jurisdictions,
        zones,
        Set.of(),
        List.of(),
        Wishes.NONE,
        List.of(),
        Optional.empty());
  }

  public ContactFacts with(List<PastContact> contacts) {
    return new ContactFacts(
        party, collecting, jurisdictions, zones, debts, contacts, wishes, holds, noticeOn);
  }

  public ContactFacts with(Wishes stated) {
    return new ContactFacts(
        party, collecting, jurisdictions, zones, debts, history, stated, holds, noticeOn);
  }

  public ContactFacts about(Set<UUID> cases) {
    return new ContactFacts(
        party, collecting, jurisdictions, zones, cases, history, wishes, holds, noticeOn);
  }

  public ContactFacts held(List<HeldBack> back) {
    return new ContactFacts(
        party, collecting, jurisdictions, zones, debts, history, wishes, back, noticeOn);
  }

  public ContactFacts notifiedOn(LocalDate day) {
    return new ContactFacts(
        party,
        collecting,
        jurisdictions,
        zones,
        debts,
        history,
        wishes,
        holds,
        Optional.of(day));
  }
}
