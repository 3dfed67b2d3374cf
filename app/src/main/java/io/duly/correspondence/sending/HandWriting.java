package io.duly.correspondence.sending;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.correspondence.template.CannotRender;
import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.HandWritten;
import io.duly.correspondence.template.InvalidTemplate;
import io.duly.correspondence.template.Messages;
import io.duly.correspondence.template.SmsLength;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.MessageId;
import io.duly.strategy.Channel;
import io.duly.wording.CaseFacts;
import io.duly.wording.Category;
import io.duly.wording.Finding;
import io.duly.wording.Language;
import io.duly.wording.Severity;
import io.duly.wording.ToneCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Messages that people write by hand. They are checked while they are written, wait in the same queue as all others, and
 * are asked every question again when they leave.
 */
@Component
public final class HandWriting {
  private static final String KIND = "own-words";
  private static final Pattern LEFT_OPEN = Pattern.compile("\\[[\\p{L} ]{2,30}\\]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
  private static final int WHOLE = 40;
  private static final String FREE_DAY =
      """
      select min(d)::date from generate_series(?::date, ?::date + 30, interval '1 day') d
       where not exists (select from correspondence.message m where m.debtor_id = ? and m.planned_on = d::date and m.state <> 'withdrawn')
      """;
  private static final String OPEN =
      """
      select i.id, greatest(0, i.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id), 0)
               - coalesce((select sum(x.amount) from cases.dispute x where x.invoice_id = i.id and x.closed_on is null), 0))::bigint as open
        from ledger.invoice i where i.id = any (?) and i.debtor_id = ? and i.currency = ? order by i.due_on, i.id
      """;

  private final Messages messages;
  private final CaseJournal cases;
  private final Lines lines;
  private final IdSource ids;

  HandWriting(Messages messages, CaseJournal cases, Lines lines, IdSource ids) {
    this.messages = messages;
    this.cases = cases;
    this.lines = lines;
    this.ids = ids;
  }

  /**
   * What somebody writes.
   *
   * @param asks it asks for the open amounts of its invoices; otherwise for nothing
   */
  public record Draft(CaseId recovery, Channel channel, Language language, HandWritten words, boolean asks) {}

  /**
   * How it reads.
   *
   * @param marks findings in the text as it was typed: their places are those of subject, two line ends, and text
   * @param findings on the message as it would leave, those of {@code marks} not again
   * @param text as it would leave; empty where it cannot be written
   * @param problems why it cannot be, in sentences
   */
  public record Read(List<Finding> marks, List<Finding> findings, Optional<ComposedText> text, Optional<SmsLength> sms, List<String> problems) {

    public boolean has(Severity severity) {
      return marks.stream().anyMatch(one -> one.severity() == severity) || findings.stream().anyMatch(one -> one.severity() == severity);
    }

    /** It is long enough to be asked for its good side. */
    public boolean isWhole() {
      return text.filter(one -> WORD.matcher(one.plain()).results().count() >= WHOLE).isPresent();
    }

    /** It may wait in the queue. */
    public boolean mayWait() {
      return text.isPresent() && !has(Severity.BLOCK);
    }
  }

  /** Reads it as it is; changes nothing. */
  public Read read(DSLContext tx, Draft draft, Moment at) {
    var facts = messages.occasion(tx, draft.recovery(), draft.words().about(), at.day()).facts();
    return read(draft.words(), draft.language(), draft.channel(), facts, () -> compose(tx, draft, at));
  }

  /** @param compose what would leave */
  static Read read(HandWritten words, Language language, Channel channel, CaseFacts facts, Supplier<Composed> compose) {
    var typed = words.subject() + "\n\n" + words.text();
    var marks = ToneCheck.of(language).check(typed, facts).stream().filter(one -> one.category() != Category.GOOD_SIDE).toList();
    var problems = new ArrayList<String>(leftOpen(words));
    try {
      var composed = compose.get();
      var said = channel == Channel.SMS ? composed.sms() : composed.words();
      var seen = marks.stream().map(Finding::rule).collect(Collectors.toSet());
      var more = ToneCheck.of(language).check(said, composed.occasion().facts()).stream().filter(one -> !seen.contains(one.rule())).toList();
      var sms = channel == Channel.SMS ? Optional.of(SmsLength.of(composed.sms())) : Optional.<SmsLength>empty();
      return new Read(marks, more, Optional.of(Writing.text(composed, channel)), sms, problems);
    } catch (InvalidTemplate wrong) {
      wrong.problems().forEach(problem -> problems.add(problem.toString()));
    } catch (CannotRender missing) {
      problems.add(SmtpWire.line(missing.getMessage()));
    }
    return new Read(marks, List.of(), Optional.empty(), Optional.empty(), problems);
  }

  private Composed compose(DSLContext tx, Draft draft, Moment at) {
    return messages.compose(
        tx, draft.recovery(), draft.words(), draft.language(), io.duly.strategy.Tone.NEUTRAL, draft.channel(), Set.of(), at.day());
  }

  private static List<String> leftOpen(HandWritten words) {
    return LEFT_OPEN.matcher(words.text()).results().map(found -> "There is a place left to fill: " + found.group()).distinct().toList();
  }

  /**
   * Puts it into the queue, for the first day on which no other message to the debtor is planned.
   *
   * @return the message; it waits for a second person's yes where its wording needs one
   * @throws CannotChange where it may not wait there, in a sentence
   */
  public MessageId queue(DSLContext tx, Draft draft, String by, Moment at) {
    return queue(tx, draft, draft.asks() ? Goal.DEMAND : Goal.MESSAGE, by, at);
  }

  /** The same, for what it is for. */
  MessageId queue(DSLContext tx, Draft draft, Goal goal, String by, Moment at) {
    var head = cases.open(tx, draft.recovery());
    var read = read(tx, draft, at);
    if (!read.mayWait() || !read.problems().isEmpty()) {
      throw new CannotChange(read.problems().isEmpty() ? "It says what may never leave; say it in other words." : read.problems().getFirst());
    }
    var id = ids.next();
    insert(tx, id, head, draft, goal, read.has(Severity.NEEDS_APPROVAL), freeDay(tx, head, at.day()));
    var message = WaitingRead.any(tx, id).orElseThrow();
    OwnWords.keep(tx, message, draft.words(), by, at.now());
    lines.write(tx, message, "message-written", Lines.the(message) + " was written by hand.", Map.of(), Optional.empty(), by, at.now());
    return message.id();
  }

  private static LocalDate freeDay(DSLContext tx, CaseHead head, LocalDate day) {
    return Optional.ofNullable(tx.fetchSingle(FREE_DAY, day, day, head.debtor().value()).get(0, LocalDate.class))
        .orElseThrow(() -> new CannotChange("A message to this debtor is planned for each of the coming days; withdraw one first."));
  }

  private static void insert(DSLContext tx, UUID id, CaseHead head, Draft draft, Goal goal, boolean second, LocalDate day) {
    var about = draft.words().about().stream().map(one -> one.value()).toArray(UUID[]::new);
    var open = tx.fetch(OPEN, about, head.debtor().value(), head.currency().getCurrencyCode());
    var asked = open.stream().filter(row -> !draft.asks() || row.get("open", Long.class) > 0).toList();
    if (asked.isEmpty()) {
      throw new CannotChange(draft.asks() ? "Nothing of these invoices is open and uncontested, so nothing can be asked for." : "Choose an invoice that it is about.");
    }
    tx.execute(
        """
        insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, purpose,
            planned_on, currency, invoice_ids, amounts, approval, approval_why)
        values (?, ?, ?, ?, ?, ?, ?, 'neutral', ?, 'checked', ?, ?::date, ?, ?, ?, ?, ?)
        """,
        id, head.creditor().value(), head.debtor().value(), head.id().value(), draft.channel().name().toLowerCase(Locale.ROOT), KIND, KIND,
        draft.language().code(), goal.name().toLowerCase(Locale.ROOT), day, head.currency().getCurrencyCode(),
        asked.stream().map(row -> row.get("id", UUID.class)).toArray(UUID[]::new),
        asked.stream().map(row -> draft.asks() ? row.get("open", Long.class) : 0L).toArray(Long[]::new), second ? "needed" : "not_needed",
        org.jooq.impl.DSL.val(second ? "its wording needs a second person" : null, String.class));
  }
}
