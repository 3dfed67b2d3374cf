package io.duly.demo;

import io.duly.cases.Recorded;
import io.duly.correspondence.template.Brandings;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.journal.Sha256;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.parties.Acceptance;
import io.duly.parties.ContactPersons;
import io.duly.parties.DebtorDetails;
import io.duly.parties.DebtorsStored;
import io.duly.parties.NewPerson;
import io.duly.parties.Parties;
import io.duly.parties.RightParty;
import io.duly.parties.TermsOfTrade;
import io.duly.parties.TermsVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Puts creditors, debtors, people and terms into the database. */
@Component
final class Ground {
  private final Parties parties;
  private final ContactPersons people;
  private final TermsOfTrade terms;
  private final Archive archive;
  private final IdSource ids;
  private final Brandings brandings;

  Ground(Parties parties, ContactPersons people, TermsOfTrade terms, Archive archive, IdSource ids, Brandings brandings) {
    this.parties = parties;
    this.people = people;
    this.terms = terms;
    this.archive = archive;
    this.ids = ids;
    this.brandings = brandings;
  }

  void lay(DSLContext tx, Portfolio portfolio, Instant now) {
    portfolio.creditors().forEach(creditor -> lay(tx, creditor, now));
  }

  private void lay(DSLContext tx, DemoCreditor made, Instant now) {
    var land = made.land();
    var creditor = parties.creditor(tx, made.name());
    parties.change(
        tx,
        creditor
            .in(land.country(), land.currency(), land.language(), ZoneId.of(land.timeZone()))
            .following(made.policy()));
    var id = creditor.id();
    brandings.save(tx, parties.findCreditor(tx, made.name()).orElseThrow(), Letterheads.of(made, currencies()), Recorded.DULY, now);
    var stored = parties.store(tx, id, made.debtors().stream().map(DemoDebtor::details).toList());
    parties.mention(tx, id, latinNames(made));
    people.add(tx, people(id, made, stored));
    var versions = made.terms().stream().map(one -> publish(tx, id, one, now)).toList();
    terms.accept(tx, id, acceptances(tx, id, made, stored, versions, now));
  }

  private static List<Currency> currencies() {
    return Land.read().values().stream().map(Land::currency).distinct().toList();
  }

  private static List<DebtorDetails> latinNames(DemoCreditor made) {
    return made.debtors().stream()
        .flatMap(debtor -> debtor.alsoKnownAs().stream().map(latin -> DebtorDetails.named(debtor.number(), latin)))
        .toList();
  }

  private static List<NewPerson> people(CreditorId creditor, DemoCreditor made, DebtorsStored stored) {
    var all = new ArrayList<NewPerson>();
    for (var debtor : made.debtors()) {
      for (var person : debtor.people()) {
        var status = person.verified() ? RightParty.VERIFIED : RightParty.UNVERIFIED;
        all.add(new NewPerson(creditor, stored.id(debtor.number()), person.details(), person.wishes(), status));
      }
    }
    return all;
  }

  private UUID publish(DSLContext tx, CreditorId creditor, DemoCreditor.Terms made, Instant now) {
    var id = ids.next();
    terms.publish(
        tx,
        new TermsVersion(
            id, creditor, made.version(), made.validFrom(), Optional.of(made.paymentDays()), Optional.of(made.interest()),
            Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.of(keep(tx, creditor, "terms-" + made.version() + ".txt", made.text(), now))));
    return id;
  }

  private List<Acceptance> acceptances(
      DSLContext tx, CreditorId creditor, DemoCreditor made, DebtorsStored stored, List<UUID> versions, Instant now) {
    var all = new ArrayList<Acceptance>();
    for (var debtor : made.debtors()) {
      for (var one : debtor.accepted()) {
        var evidence = evidence(tx, creditor, made, debtor, one, now);
        all.add(new Acceptance(stored.id(debtor.number()), versions.get(one.version()), one.on(), one.by(), one.act(), evidence));
      }
    }
    return all;
  }

  /** A click leaves a line in a log; everything else leaves a paper. */
  private Optional<Sha256> evidence(
      DSLContext tx, CreditorId creditor, DemoCreditor made, DemoDebtor debtor, DemoDebtor.Accepted one, Instant now) {
    if (one.act() == Acceptance.Act.CLICK) {
      return Optional.empty();
    }
    var text =
        "%s%nWe order on your terms of trade, version of %s.%n%s, %s, %s%n"
            .formatted(made.name(), made.terms().get(one.version()).version(), debtor.details().name(), one.by(), one.on());
    return Optional.of(keep(tx, creditor, "accepted-" + debtor.number() + "-" + one.on() + ".txt", text, now));
  }

  private Sha256 keep(DSLContext tx, CreditorId creditor, String name, String text, Instant now) {
    return archive.keep(tx, creditor, new Document(name, "text/plain", text.getBytes(StandardCharsets.UTF_8), text), now);
  }
}
