package io.duly.cycle;

import io.duly.correspondence.GivenDebtor;
import io.duly.kernel.CreditorId;
import io.duly.strategy.BankData;
import io.duly.strategy.CaseSnapshot.CareFacts;
import io.duly.strategy.CaseSnapshot.ContactFacts;
import io.duly.strategy.CaseSnapshot.DebtorFacts;
import io.duly.strategy.Channel;
import io.duly.strategy.DebtorKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was read of one debtor: filled while rows come in, then asked. */
final class DebtorFile {
  final UUID id;
  final CreditorId creditor;
  final DebtorKind kind;
  final @Nullable String country;
  final @Nullable String segment;
  final @Nullable Long relationshipValue;
  final @Nullable String language;
  private final Whereabouts whereabouts;
  /** Channels for which the debtor itself has an address. */
  private final EnumSet<Channel> own;
  private final EnumSet<Channel> refused = EnumSet.noneOf(Channel.class);
  private final EnumSet<Channel> throughPersons = EnumSet.noneOf(Channel.class);
  /** What the debtor itself does not wish, through whomever. */
  private final EnumSet<Channel> unwished = EnumSet.noneOf(Channel.class);
  private boolean hasWishes;
  final Map<String, Account> accounts = new TreeMap<>();
  private ContactFacts contacts = new ContactFacts(Optional.empty(), List.of());
  Optional<LocalDate> pendingDraft = Optional.empty();
  /** Thanks that were drafted have not left: they give way to whatever is to be said now. */
  boolean thanksWait;
  /** Up to which day the creditor knows what came in (P08). */
  Optional<BankData> bankData = Optional.empty();
  /** Breathing space that was given. */
  Optional<CareFacts> care = Optional.empty();
  int settledInvoices;
  int settledLate;

  DebtorFile(
      UUID id,
      CreditorId creditor,
      DebtorKind kind,
      @Nullable String country,
      @Nullable String segment,
      @Nullable Long relationshipValue,
      @Nullable String language,
      Whereabouts whereabouts,
      EnumSet<Channel> own) {
    this.id = id;
    this.creditor = creditor;
    this.kind = kind;
    this.country = country;
    this.segment = segment;
    this.relationshipValue = relationshipValue;
    this.language = language;
    this.whereabouts = whereabouts;
    this.own = own;
  }

  /** Beside the country. */
  record Whereabouts(@Nullable String region, @Nullable String city, @Nullable String zone) {}

  /** What the rules about contacts ask. */
  GivenDebtor given(GivenDebtor.Creditor contacting) {
    var place = new GivenDebtor.Place(country, whereabouts.region, whereabouts.city, whereabouts.zone);
    return GivenDebtor.of(creditor, contacting, kind.name().toLowerCase(Locale.ROOT), place);
  }

  Account account(String currency) {
    return accounts.computeIfAbsent(currency, code -> new Account(this, code));
  }

  /** A contact person: refuses channels for the debtor's own addresses too, but not for other persons. */
  void person(EnumSet<Channel> reachable, EnumSet<Channel> refusedByPerson) {
    refused.addAll(refusedByPerson);
    var open = EnumSet.copyOf(reachable);
    open.removeAll(refusedByPerson);
    throughPersons.addAll(open);
  }

  /** The debtor wishes something of contacts. */
  void wishes(EnumSet<Channel> never) {
    unwished.addAll(never);
    hasWishes = true;
  }

  /** Whether anything was ever said that the rules about contacts ask for. */
  boolean hasPast() {
    return hasWishes || !refused.isEmpty() || contacts.last().isPresent();
  }

  void contacts(LocalDate last, List<LocalDate> recent) {
    contacts = new ContactFacts(Optional.of(last), recent);
  }

  ContactFacts contacts() {
    return contacts;
  }

  DebtorFacts facts() {
    var reachable = EnumSet.copyOf(own);
    reachable.removeAll(refused);
    reachable.addAll(throughPersons);
    reachable.removeAll(unwished);
    return new DebtorFacts(
        kind,
        Optional.ofNullable(country),
        Optional.ofNullable(segment),
        Optional.ofNullable(relationshipValue),
        List.copyOf(reachable),
        settledInvoices,
        settledLate);
  }
}
