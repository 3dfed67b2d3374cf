package io.duly.correspondence.template;

import static io.duly.database.jooq.correspondence.Tables.BRANDING;
import static io.duly.database.jooq.correspondence.Tables.PAY_TO;

import io.duly.database.jooq.correspondence.tables.records.BrandingRecord;
import io.duly.journal.Sha256;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.kernel.IdSource;
import io.duly.parties.Creditor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The creditors' brandings; each change is a version of its own. Works in the caller's transaction. */
@Component
public final class Brandings {
  private final IdSource ids;
  private final Archive archive;

  Brandings(IdSource ids, Archive archive) {
    this.ids = ids;
    this.archive = archive;
  }

  /** The one in force; of a creditor that has none, a plain one that bears its name. */
  public Branding of(DSLContext tx, Creditor creditor) {
    return latest(tx, creditor).map(row -> branding(tx, creditor, row)).orElseGet(() -> Branding.plain(creditor.name(), creditor.country()));
  }

  /**
   * Puts a branding in force. People who are signed in do not come here but by {@code io.duly.approvals}, for other accounts
   * to pay to need a second person.
   *
   * @return its version, from 1
   * @throws IllegalArgumentException where something in it is not what it says it is, in a sentence
   */
  public int save(DSLContext tx, Creditor creditor, Branding branding, String actor, Instant at) {
    return saved(tx, creditor, branding, actor, at, Optional.empty());
  }

  /** Likewise, by a proposal that a second person has agreed to. */
  public int save(DSLContext tx, Creditor creditor, Branding branding, String actor, Instant at, UUID proposal) {
    return saved(tx, creditor, branding, actor, at, Optional.of(proposal));
  }

  /** @throws IllegalArgumentException with the first thing in it that is not what it says it is, in a sentence */
  public static void require(Branding branding) {
    BrandingCheck.require(branding);
  }

  /** Whoever saves one of the same creditor waits until the transaction ends. */
  public void hold(DSLContext tx, Creditor creditor) {
    tx.execute("select pg_advisory_xact_lock(hashtext('duly branding'), hashtext(?))", creditor.id().toString());
  }

  private int saved(DSLContext tx, Creditor creditor, Branding branding, String actor, Instant at, Optional<UUID> proposal) {
    require(branding);
    hold(tx, creditor);
    int version = latest(tx, creditor).map(row -> row.getVersion() + 1).orElse(1);
    var row = row(tx, creditor, branding);
    row.setVersion(version);
    proposal.ifPresent(row::setProposalId);
    row.setSavedBy(actor);
    row.setSavedAt(at.atOffset(ZoneOffset.UTC));
    row.insert();
    branding.sender().accounts().forEach(account -> insert(tx, row.getId(), creditor, account));
    return version;
  }

  /**
   * Keeps a logo in the archive, drawn anew.
   *
   * @return by which a branding names it
   * @throws IllegalArgumentException where it is no PNG or JPEG, or too large, in a sentence
   */
  public Sha256 keep(DSLContext tx, Creditor creditor, byte[] file, Instant at) {
    return archive.keep(tx, creditor.id(), new Document("logo.png", "image/png", Logo.redrawn(file), ""), at);
  }

  private static Optional<BrandingRecord> latest(DSLContext tx, Creditor creditor) {
    return tx.selectFrom(BRANDING)
        .where(BRANDING.CREDITOR_ID.eq(creditor.id().value()))
        .orderBy(BRANDING.VERSION.desc())
        .limit(1)
        .fetchOptional();
  }

  private BrandingRecord row(DSLContext tx, Creditor creditor, Branding branding) {
    var sender = branding.sender();
    var row = tx.newRecord(BRANDING);
    row.setId(ids.next());
    row.setCreditorId(creditor.id().value());
    if (!sender.name().equals(creditor.name())) {
      row.setName(sender.name());
    }
    row.setAddress(sender.address().toArray(String[]::new));
    sender.email().ifPresent(row::setEmail);
    sender.phone().ifPresent(row::setPhone);
    sender.website().ifPresent(row::setWebsite);
    sender.person().ifPresent(person -> sign(row, person));
    row.setFooter(sender.footer().toArray(String[]::new));
    row.setColour(branding.colour());
    row.setLetterForm(branding.form().name().toLowerCase(Locale.ROOT));
    sender.costsVat().ifPresent(row::setCostsVat);
    branding.logo().ifPresent(logo -> row.setLogo(logo.bytes()));
    return row;
  }

  private static void sign(BrandingRecord row, Sender.Person person) {
    row.setPersonName(person.name());
    person.role().ifPresent(row::setPersonRole);
    row.setPersonPhone(person.phone());
    person.email().ifPresent(row::setPersonEmail);
  }

  private static void insert(DSLContext tx, UUID branding, Creditor creditor, PayTo account) {
    tx.insertInto(PAY_TO)
        .set(PAY_TO.BRANDING_ID, branding)
        .set(PAY_TO.CREDITOR_ID, creditor.id().value())
        .set(PAY_TO.CURRENCY, account.currency().getCurrencyCode())
        .set(PAY_TO.HOLDER, account.holder())
        .set(PAY_TO.ACCOUNT, account.account())
        .set(PAY_TO.BIC, account.bic().orElse(null))
        .set(PAY_TO.BANK, account.bank().orElse(null))
        .set(PAY_TO.ROUTING, account.routing().orElse(null))
        .execute();
  }

  private static Branding branding(DSLContext tx, Creditor creditor, BrandingRecord row) {
    var sender =
        new Sender(
            Optional.ofNullable(row.getName()).orElse(creditor.name()), creditor.country(), Arrays.asList(row.getAddress()), Optional.ofNullable(row.getEmail()),
            Optional.ofNullable(row.getPhone()), Optional.ofNullable(row.getWebsite()), person(row), accounts(tx, row.getId()),
            Arrays.asList(row.getFooter())).chargingVat(Optional.ofNullable(row.getCostsVat()));
    return new Branding(
        sender, row.getColour(), Branding.LetterForm.valueOf(row.getLetterForm().toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getLogo()).map(Sha256::ofDigest));
  }

  private static Optional<Sender.Person> person(BrandingRecord row) {
    return Optional.ofNullable(row.getPersonName())
        .map(name ->
            new Sender.Person(name, Optional.ofNullable(row.getPersonRole()), row.getPersonPhone(), Optional.ofNullable(row.getPersonEmail())));
  }

  private static List<PayTo> accounts(DSLContext tx, UUID branding) {
    return tx.selectFrom(PAY_TO).where(PAY_TO.BRANDING_ID.eq(branding)).orderBy(PAY_TO.CURRENCY).fetch(Brandings::account);
  }

  private static PayTo account(Record row) {
    return new PayTo(
        Currency.getInstance(row.get(PAY_TO.CURRENCY)), row.get(PAY_TO.HOLDER), row.get(PAY_TO.ACCOUNT),
        Optional.ofNullable(row.get(PAY_TO.BIC)), Optional.ofNullable(row.get(PAY_TO.BANK)), Optional.ofNullable(row.get(PAY_TO.ROUTING)));
  }
}
