package io.duly.correspondence.template;

import static io.duly.database.jooq.correspondence.Tables.TEMPLATE_VERSION;

import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.wording.Finding;
import io.duly.wording.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The templates: those that are shipped, and the creditors' own versions of them, none of which is ever lost. */
@Component
public final class Templates {
  private final IdSource ids;

  Templates(IdSource ids) {
    this.ids = ids;
  }

  /** The one in force for a creditor: its own last version, or the shipped one. */
  public TemplateText inForce(DSLContext tx, CreditorId creditor, Kind kind, Language language) {
    return versions(tx, creditor, kind, language).stream().findFirst().orElseGet(() -> shipped(kind, language));
  }

  public static TemplateText shipped(Kind kind, Language language) {
    return new TemplateText(kind, language, 0, ShippedTemplates.text(kind, language), Optional.empty());
  }

  /** The creditor's own versions, the last first. */
  public List<TemplateText> versions(DSLContext tx, CreditorId creditor, Kind kind, Language language) {
    return tx.selectFrom(TEMPLATE_VERSION)
        .where(own(creditor, kind, language))
        .orderBy(TEMPLATE_VERSION.VERSION.desc())
        .fetch(row -> text(kind, language, row));
  }

  /** The creditor's own ones that are in force, by kind and language. */
  public List<TemplateText> own(DSLContext tx, CreditorId creditor) {
    return tx.selectFrom(TEMPLATE_VERSION)
        .where(TEMPLATE_VERSION.CREDITOR_ID.eq(creditor.value()))
        .orderBy(TEMPLATE_VERSION.KIND, TEMPLATE_VERSION.LANGUAGE, TEMPLATE_VERSION.VERSION.desc())
        .fetch().stream()
        .flatMap(row -> text(row).stream())
        .collect(Collectors.toMap(text -> text.kind().word() + text.language(), Function.identity(), (last, _) -> last, LinkedHashMap::new))
        .values().stream().toList();
  }

  /** The own ones of all creditors that the caller may see that are in force, the last saved first. */
  public List<OwnTemplate> own(DSLContext tx, int most) {
    return tx.select(TEMPLATE_VERSION.fields())
        .distinctOn(TEMPLATE_VERSION.CREDITOR_ID, TEMPLATE_VERSION.KIND, TEMPLATE_VERSION.LANGUAGE)
        .from(TEMPLATE_VERSION)
        .orderBy(TEMPLATE_VERSION.CREDITOR_ID, TEMPLATE_VERSION.KIND, TEMPLATE_VERSION.LANGUAGE, TEMPLATE_VERSION.VERSION.desc())
        .fetch().stream()
        .flatMap(row -> text(row).map(text -> new OwnTemplate(new CreditorId(row.get(TEMPLATE_VERSION.CREDITOR_ID)), text)).stream())
        .sorted(Comparator.comparing(OwnTemplate::savedAt).reversed())
        .limit(most)
        .toList();
  }

  /** What {@code {{if …}}} may ask. */
  public static List<String> conditions() {
    return Arrays.stream(io.duly.correspondence.template.Condition.values()).map(io.duly.correspondence.template.Condition::word).toList();
  }

  /** How a text reads while it is written. Pure; nothing is kept. */
  public static TemplateReading reading(Kind kind, Language language, String source) {
    return TemplateReading.of(kind, language, source);
  }

  /**
   * Puts a version in force from now on.
   *
   * @return what could be said better, or will need a second person's yes each time
   * @throws InvalidTemplate where it cannot be used, or says what may never be said; nothing is saved then
   */
  public List<Finding> save(DSLContext tx, CreditorId creditor, Kind kind, Language language, String source, String actor, Instant at) {
    var findings = TemplateTone.check(kind, language, TemplateReader.read(kind, source));
    tx.execute("select pg_advisory_xact_lock(hashtext('duly template'), hashtext(?))", creditor + kind.word() + language);
    tx.insertInto(TEMPLATE_VERSION)
        .set(TEMPLATE_VERSION.ID, ids.next())
        .set(TEMPLATE_VERSION.CREDITOR_ID, creditor.value())
        .set(TEMPLATE_VERSION.KIND, kind.word())
        .set(TEMPLATE_VERSION.LANGUAGE, language.code())
        .set(TEMPLATE_VERSION.VERSION, versions(tx, creditor, kind, language).size() + 1)
        .set(TEMPLATE_VERSION.SOURCE, source)
        .set(TEMPLATE_VERSION.SAVED_BY, actor)
        .set(TEMPLATE_VERSION.SAVED_AT, at.atOffset(ZoneOffset.UTC))
        .execute();
    return findings;
  }

  /**
   * Reads a text, without keeping it.
   *
   * @throws InvalidTemplate with all that is wrong with it
   */
  public static void check(Kind kind, Language language, String source) {
    TemplateTone.check(kind, language, TemplateReader.read(kind, source));
  }

  Template read(DSLContext tx, CreditorId creditor, Kind kind, Language language) {
    return versions(tx, creditor, kind, language).stream()
        .findFirst()
        .map(own -> TemplateReader.read(kind, own.source()))
        .orElseGet(() -> ShippedTemplates.of(kind, language));
  }

  private static Condition own(CreditorId creditor, Kind kind, Language language) {
    return TEMPLATE_VERSION.CREDITOR_ID.eq(creditor.value())
        .and(TEMPLATE_VERSION.KIND.eq(kind.word()))
        .and(TEMPLATE_VERSION.LANGUAGE.eq(language.code()));
  }

  /** Nothing where a later release of Duly knew a kind that this one does not. */
  private static Optional<TemplateText> text(Record row) {
    var kind = Kind.of(row.get(TEMPLATE_VERSION.KIND));
    return kind.flatMap(one -> Language.of(row.get(TEMPLATE_VERSION.LANGUAGE)).map(language -> text(one, language, row)));
  }

  private static TemplateText text(Kind kind, Language language, Record row) {
    return new TemplateText(
        kind, language, row.get(TEMPLATE_VERSION.VERSION), row.get(TEMPLATE_VERSION.SOURCE),
        Optional.of(new TemplateText.Saved(row.get(TEMPLATE_VERSION.SAVED_BY), row.get(TEMPLATE_VERSION.SAVED_AT).toInstant())));
  }
}
