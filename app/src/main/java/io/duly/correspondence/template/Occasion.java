package io.duly.correspondence.template;

import io.duly.kernel.Money;
import io.duly.wording.CaseFacts;
import io.duly.wording.Claim;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The facts that a message is written from, as of a day. Nothing in it was checked for harmless signs; writing does that.
 *
 * @param day on which it is written
 * @param forAnother the creditor collects what is owed to somebody else
 * @param owed by currency
 * @param claims what may be said because policy and stage make it true
 * @param instalment of a plan, that comes or was missed
 * @param received money that has just come
 * @param agreed amounts by days
 * @param documents that go with it
 * @param callOn the day on which a call is offered or agreed
 * @param breach what follows where an instalment does not come
 * @param collecting where what was agreed is collected by direct debit
 * @param door into the portal; empty where there is none, or whoever opens the message may be a stranger
 */
public record Occasion(
    Kind kind,
    LocalDate day,
    boolean forAnother,
    Sender sender,
    Recipient recipient,
    long caseNumber,
    List<Owed> owed,
    Set<Claim> claims,
    Optional<Due> instalment,
    Optional<Due> received,
    List<Due> agreed,
    Documents documents,
    Optional<LocalDate> callOn,
    Optional<Breach> breach,
    Optional<Collecting> collecting,
    Optional<Door> door) {

  /** Of no plan. */
  public Occasion(
      Kind kind,
      LocalDate day,
      boolean forAnother,
      Sender sender,
      Recipient recipient,
      long caseNumber,
      List<Owed> owed,
      Set<Claim> claims,
      Optional<Due> instalment,
      Optional<Due> received,
      List<Due> agreed,
      Documents documents,
      Optional<LocalDate> callOn) {
    this(kind, day, forAnother, sender, recipient, caseNumber, owed, claims, instalment, received, agreed, documents, callOn, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Nobody needs to transfer anything: it is collected.
   *
   * @param mandate its reference
   * @param identifier of who collects
   * @param account masked
   */
  public record Collecting(String mandate, String identifier, String holder, String account) {}

  /** The same, where what was agreed is collected. */
  public Occasion collected(Optional<Collecting> by) {
    return new Occasion(kind, day, forAnother, sender, recipient, caseNumber, owed, claims, instalment, received, agreed, documents, callOn, breach, by, door);
  }

  public Occasion {
    owed = List.copyOf(owed);
    claims = Set.copyOf(claims);
    agreed = List.copyOf(agreed);
  }

  /** The same, written by another. */
  Occasion from(Sender other) {
    return new Occasion(kind, day, forAnother, other, recipient, caseNumber, owed, claims, instalment, received, agreed, documents, callOn, breach, collecting, door);
  }

  /** With a way into the portal, where its kind may have one. */
  Occasion with(Optional<Door> way) {
    return new Occasion(
        kind, day, forAnother, sender, recipient, caseNumber, owed, claims, instalment, received, agreed, documents, callOn, breach, collecting, way.filter(_ -> !kind.isForStrangers()));
  }

  /** An amount and its day. */
  public record Due(Money amount, LocalDate on) {}

  Occasion with(Documents others) {
    return others.isEmpty() && others.missing().isEmpty()
        ? this
        : new Occasion(kind, day, forAnother, sender, recipient, caseNumber, owed, claims, instalment, received, agreed, others, callOn, breach, collecting, door);
  }

  /** The same, where more amounts and days may be named. */
  Occasion knowing(List<Due> more) {
    return more.isEmpty()
        ? this
        : new Occasion(
            kind, day, forAnother, sender, recipient, caseNumber, owed, claims, instalment, received, Stream.concat(agreed.stream(), more.stream()).toList(), documents, callOn);
  }

  public int invoices() {
    return owed.stream().mapToInt(one -> one.invoices().size()).sum();
  }

  /** By when it asks for money: never a Saturday or a Sunday, and never before the law lets it. */
  public LocalDate payBy() {
    var asked = day().plusDays(kind.daysToPay());
    var day = StatutoryLetters.of(this).stream().flatMap(letter -> letter.payBy(this).stream()).filter(asked::isBefore).max(LocalDate::compareTo).orElse(asked);
    while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      day = day.plusDays(1);
    }
    return day;
  }

  Optional<LocalDate> firstDue() {
    return owed.stream().flatMap(one -> one.invoices().stream()).map(Owed.Invoice::dueOn).min(LocalDate::compareTo);
  }

  /** Every amount and day it knows, what it may claim, and who signs: what the check of its tone goes by. */
  public CaseFacts facts() {
    var all = new HashSet<>(claims);
    StatutoryLetters.of(this).forEach(letter -> all.addAll(letter.claims()));
    var facts = CaseFacts.bearing(all).withAmounts(amounts()).withDates(dates()).quoting(quoted());
    return sender.person().map(one -> facts.withContactName(one.name())).orElse(facts);
  }

  /** What others have written: the debtor's names and numbers, and the law. */
  private Set<String> quoted() {
    var values = new HashSet<String>();
    values.add(Plain.name(recipient.name()));
    values.add(Plain.name(recipient.number()));
    recipient.person().map(Plain::name).ifPresent(values::add);
    recipient.address().stream().map(Plain::name).forEach(values::add);
    for (var invoice : owed.stream().flatMap(one -> one.invoices().stream()).toList()) {
      values.add(Plain.name(invoice.number()));
      invoice.reference().map(Plain::name).ifPresent(values::add);
    }
    documents.names().map(Plain::name).forEach(values::add);
    StatutoryLetters.of(this).forEach(letter -> values.addAll(letter.quoted()));
    return values;
  }

  private Set<Money> amounts() {
    var amounts = new HashSet<Money>();
    for (var one : owed) {
      amounts.addAll(List.of(one.total(), one.gross(), one.paid(), one.disputed()));
      one.invoices().forEach(invoice ->
          amounts.addAll(List.of(invoice.gross(), invoice.settled(), invoice.open(), invoice.disputed(), invoice.asked())));
      one.charges().forEach(charge -> amounts.add(charge.open()));
      one.payments().forEach(payment -> amounts.add(payment.amount()));
    }
    dues().forEach(due -> amounts.add(due.amount()));
    StatutoryLetters.of(this).forEach(letter -> amounts.addAll(letter.amounts(this)));
    return amounts;
  }

  private Set<LocalDate> dates() {
    var dates = new HashSet<LocalDate>(List.of(day, payBy()));
    StatutoryLetters.of(this).forEach(letter -> dates.addAll(letter.dates(this)));
    for (var one : owed) {
      one.invoices().forEach(invoice -> dates.addAll(List.of(invoice.issuedOn(), invoice.dueOn())));
      one.payments().forEach(payment -> dates.add(payment.on()));
    }
    dues().forEach(due -> dates.add(due.on()));
    callOn.ifPresent(dates::add);
    return dates;
  }

  private Stream<Due> dues() {
    return Stream.of(instalment.stream(), received.stream(), agreed.stream()).flatMap(all -> all);
  }
}
