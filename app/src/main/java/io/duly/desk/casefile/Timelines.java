package io.duly.desk.casefile;

import static io.duly.database.jooq.journal.Tables.DOCUMENT;
import static io.duly.database.jooq.journal.Tables.ENTRY;

import io.duly.desk.casefile.Timeline.Part;
import io.duly.kernel.InvoiceId;
import io.duly.ledger.Ledger;
import io.duly.ledger.PostingLine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Puts journal and money of a case into one stream. */
@Component
final class Timelines {
  private static final int ENTRIES = 40;
  private static final Duration FRESH = Duration.ofHours(24);
  /** What was said in a call is in the facts of its line. */
  private static final Field<String> OWN_WORDS = said("words");
  private static final Field<String> READING = said("reading");
  private static final Comparator<Happening> LATEST_FIRST = Comparator.comparing(Happening::day).reversed();

  private final Ledger ledger;

  Timelines(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * @param below the sequence number to begin below; {@link Integer#MAX_VALUE} for the latest
   * @param query words that are looked for; empty for everything
   * @param numbers the numbers of the account's invoices
   */
  Timeline read(
      DSLContext scoped, Headline head, Part part, String query, int below, Map<InvoiceId, String> numbers, LocalDate today) {
    var entries = part == Part.MONEY ? List.<Happening.Entry>of() : entries(scoped, head, part, query, below);
    var shown = entries.subList(0, Math.min(ENTRIES, entries.size()));
    var older = entries.size() > ENTRIES ? Optional.of(shown.getLast().seq()) : Optional.<Integer>empty();
    var all = new ArrayList<Happening>(shown);
    if (part == Part.ALL || part == Part.MONEY) {
      var from = older.isPresent() ? shown.getLast().day().plusDays(1) : head.openedOn();
      var until = below == Integer.MAX_VALUE || shown.isEmpty() ? today : shown.getFirst().day();
      all.addAll(money(scoped, head, numbers, from, until).stream().filter(posting -> posting.speaksOf(query)).toList());
      all.sort(LATEST_FIRST);
    }
    return new Timeline(part, query, List.copyOf(all), older);
  }

  private static List<Happening.Entry> entries(DSLContext scoped, Headline head, Part part, String query, int below) {
    return scoped
        .select(ENTRY.SEQ, ENTRY.KIND, ENTRY.OCCURRED_AT, ENTRY.RECORDED_AT, ENTRY.ACTOR, ENTRY.SUMMARY, OWN_WORDS, READING, DOCUMENT.MEDIA_TYPE)
        .from(ENTRY)
        .leftJoin(DOCUMENT)
        .on(DOCUMENT.SHA256.eq(ENTRY.DOCUMENT))
        .where(ENTRY.CASE_ID.eq(head.id().value()), ENTRY.SEQ.lt(below), of(part), speaksOf(query))
        .orderBy(ENTRY.SEQ.desc())
        .limit(ENTRIES + 1)
        .fetch(row -> entry(row, head));
  }

  private static Field<String> said(String fact) {
    return DSL.field("case when {0} = 'call-ended' then {1}::jsonb ->> {2} end", String.class, ENTRY.KIND, ENTRY.BODY, DSL.inline(fact)).as(fact);
  }

  private static Condition of(Part part) {
    return switch (part) {
      case ALL, MONEY -> DSL.noCondition();
      case PEOPLE -> ENTRY.ACTOR.ne("duly");
      case DECISIONS -> ENTRY.ACTOR.eq("duly");
    };
  }

  /** By its words, or by a part of its sentence. */
  private static Condition speaksOf(String query) {
    return query.isEmpty()
        ? DSL.noCondition()
        : DSL.condition("to_tsvector('simple', {0} || ' ' || {1}) @@ websearch_to_tsquery('simple', {2})", ENTRY.SUMMARY, ENTRY.BODY, DSL.val(query))
            .or(ENTRY.SUMMARY.containsIgnoreCase(query));
  }

  private static Happening.Entry entry(Record row, Headline head) {
    var at = row.get(ENTRY.OCCURRED_AT);
    var recorded = row.get(ENTRY.RECORDED_AT);
    return new Happening.Entry(
        row.get(ENTRY.SEQ),
        row.get(ENTRY.KIND),
        at.atZoneSameInstant(head.zone()),
        !row.get(ENTRY.ACTOR).equals("duly") && Duration.between(at, recorded).compareTo(FRESH) > 0,
        recorded.atZoneSameInstant(head.zone()),
        row.get(ENTRY.ACTOR),
        row.get(ENTRY.SUMMARY),
        Optional.ofNullable(row.get(OWN_WORDS)),
        Optional.ofNullable(row.get(READING)),
        Optional.ofNullable(row.get(DOCUMENT.MEDIA_TYPE)));
  }

  private List<Happening.Posting> money(
      DSLContext scoped, Headline head, Map<InvoiceId, String> numbers, LocalDate from, LocalDate until) {
    return ledger.postings(scoped, head.debtor(), head.currency(), until).stream()
        .filter(posting -> !posting.effectiveOn().isBefore(from))
        .sorted(Comparator.comparing(PostingLine::effectiveOn).reversed())
        .map(posting -> happening(posting, numbers))
        .toList();
  }

  private static Happening.Posting happening(PostingLine posting, Map<InvoiceId, String> numbers) {
    var invoice = numbers.getOrDefault(posting.invoice(), "");
    return new Happening.Posting(
        posting.effectiveOn(),
        posting.kind(),
        posting.amount().minor(),
        invoice,
        posting.source().filter(reference -> !reference.equals(invoice)),
        posting.why());
  }
}
