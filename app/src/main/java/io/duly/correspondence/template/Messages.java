package io.duly.correspondence.template;

import io.duly.cases.CaseJournal;
import io.duly.kernel.CaseId;
import io.duly.kernel.InvoiceId;
import io.duly.parties.Parties;
import io.duly.strategy.Channel;
import io.duly.strategy.Tone;
import io.duly.wording.Claim;
import io.duly.wording.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes messages from the templates in force and the facts as they are. Works in the caller's transaction and only reads. */
@Component
public final class Messages {
  private final Occasions occasions;
  private final Templates templates;
  private final CaseJournal cases;
  private final Parties parties;

  Messages(Occasions occasions, Templates templates, CaseJournal cases, Parties parties) {
    this.occasions = occasions;
    this.templates = templates;
    this.cases = cases;
    this.parties = parties;
  }

  /**
   * A message of a case.
   *
   * @param claims what it may announce because policy and stage make it true, as {@link Bearing} has it
   * @throws CannotRender where a fact that it must name is missing, in a sentence that says what to do
   * @throws io.duly.cases.CannotRecord where there is no such case, or the caller may not see it
   */
  public Composed compose(
      DSLContext tx, CaseId id, Kind kind, Language language, Tone tone, Channel channel, Set<Claim> claims, LocalDate day) {
    return compose(tx, id, kind, language, tone, channel, claims, day, Documents.NONE);
  }

  /** The same, with documents. */
  public Composed compose(
      DSLContext tx, CaseId id, Kind kind, Language language, Tone tone, Channel channel, Set<Claim> claims, LocalDate day, Documents documents) {
    return compose(tx, id, kind, language, tone, channel, claims, day, documents, Optional.empty());
  }

  /** The same, with a way into the portal. */
  public Composed compose(
      DSLContext tx, CaseId id, Kind kind, Language language, Tone tone, Channel channel, Set<Claim> claims, LocalDate day, Documents documents,
      Optional<Door> door) {
    var occasion = occasion(tx, id, kind, claims, day).with(documents).with(door);
    return Composer.compose(templates.read(tx, cases.head(tx, id).creditor(), kind, language), occasion, language, tone, channel);
  }

  /**
   * The same from a text that may not be in force, to look at it with a real case.
   *
   * @throws InvalidTemplate where the text cannot be used, in sentences
   */
  public Composed preview(
      DSLContext tx, CaseId id, Kind kind, Language language, String source, Tone tone, Channel channel, Set<Claim> claims, LocalDate day) {
    return Composer.compose(TemplateReader.read(kind, source), occasion(tx, id, kind, claims, day), language, tone, channel);
  }

  private Occasion occasion(DSLContext tx, CaseId id, Kind kind, Set<Claim> claims, LocalDate day) {
    var occasion = occasions.of(tx, id, kind, claims, day);
    if (kind.isDemand() && occasion.owed().isEmpty()) {
      throw new CannotRender("Nothing of case " + occasion.caseNumber() + " is overdue and uncontested on " + day + ", so nothing can be asked for.");
    }
    return occasion;
  }

  /**
   * A message that a person wrote by hand.
   *
   * @throws InvalidTemplate where its values cannot be filled in, in sentences
   * @throws CannotRender where a fact that it must name is missing, in a sentence that says what to do
   */
  public Composed compose(
      DSLContext tx, CaseId id, HandWritten words, Language language, Tone tone, Channel channel, Set<Claim> claims, LocalDate day) {
    return compose(tx, id, words, language, tone, channel, claims, day, Optional.empty());
  }

  private Composed compose(
      DSLContext tx, CaseId id, HandWritten words, Language language, Tone tone, Channel channel, Set<Claim> claims, LocalDate day, Optional<Door> door) {
    return Composer.compose(TemplateReader.read(words, channel), occasions.of(tx, id, words.about(), claims, day).with(door), language, tone, channel);
  }

  /**
   * A message that a person gave other words than those of its template, which it must say the same things as.
   *
   * @throws InvalidTemplate where its values cannot be filled in, or one that its kind must have is missing, in sentences
   * @throws CannotRender where a fact that it must name is missing, in a sentence that says what to do
   */
  public Composed compose(
      DSLContext tx, CaseId id, Kind kind, HandWritten words, Language language, Tone tone, Channel channel, Set<Claim> claims, LocalDate day,
      Documents documents) {
    return compose(tx, id, kind, words, language, tone, channel, claims, day, documents, Optional.empty());
  }

  /** The same, with a way into the portal. */
  public Composed compose(
      DSLContext tx, CaseId id, Kind kind, HandWritten words, Language language, Tone tone, Channel channel, Set<Claim> claims, LocalDate day,
      Documents documents, Optional<Door> door) {
    if (kind == Kind.OWN_WORDS) {
      return compose(tx, id, words, language, tone, channel, claims, day, door);
    }
    return Composer.compose(TemplateReader.read(kind, words, channel), occasion(tx, id, kind, claims, day).with(documents).with(door), language, tone, channel);
  }

  /** What is true of a case where some of its invoices are written about. */
  public Occasion occasion(DSLContext tx, CaseId id, Set<InvoiceId> about, LocalDate day) {
    return occasion(tx, id, about, Set.of(), day);
  }

  /** The same, with what it may announce. */
  public Occasion occasion(DSLContext tx, CaseId id, Set<InvoiceId> about, Set<Claim> claims, LocalDate day) {
    return occasions.of(tx, id, about, claims, day);
  }

  /**
   * How to pay what an occasion speaks of, for each currency of which something is asked.
   *
   * @throws CannotRender where it is not known to which account is to be paid
   */
  public static List<Piece.Payment> howToPay(Occasion occasion, Language language) {
    return new Instructions(occasion, Forms.of(language, occasion.recipient().country())).pieces().stream().map(Piece.Payment.class::cast).toList();
  }

  /** What a template comes out as for somebody who does not exist. */
  public static Composed example(Kind kind, Language language, String source, Tone tone, Channel channel) {
    return Composer.compose(TemplateReader.read(kind, source), Example.of(kind, language), language, tone, channel);
  }

  /** The same, of the shipped template. */
  public static Composed example(Kind kind, Language language, Tone tone, Channel channel) {
    return Composer.compose(ShippedTemplates.of(kind, language), Example.of(kind, language), language, tone, channel);
  }

  /**
   * A short message of a creditor to nobody, to look at its head and its foot.
   *
   * @throws CannotRender where nobody signs
   */
  public static Composed sample(Branding branding, Language language, Channel channel) {
    var occasion = Example.of(Kind.THANK_YOU, language).from(branding.sender());
    return Composer.compose(ShippedTemplates.of(Kind.THANK_YOU, language), occasion, language, Tone.NEUTRAL, channel);
  }

  /** The language to write to a debtor in: its own, English where there are no templates in that, and its creditor's where it is not known. */
  public Language language(DSLContext tx, CaseId id) {
    var head = cases.head(tx, id);
    var own = parties.debtor(tx, head.debtor()).flatMap(debtor -> debtor.details().language());
    return Language.of(own.orElseGet(() -> occasions.creditor(tx, head).language())).orElse(Language.EN);
  }
}
