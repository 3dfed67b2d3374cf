package io.duly.agreements;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.plans.Instalment;
import io.duly.plans.Offer;
import io.duly.plans.Plan;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What debtors ask for that goes further than they may agree to alone. They are told by when they hear from us; until then a hold keeps
 * reminders away and a task asks for the answer.
 */
@Component
public final class CounterOffers {
  private static final String ASK = "answer what the debtor asks for: ";
  private static final int LONGEST = 1000;
  private static final String OF = "select * from agreements.counter_offer where case_id = ? %s order by told_on desc, id desc limit 20";
  private static final String INSERT =
      """
      insert into agreements.counter_offer (id, creditor_id, debtor_id, case_id, currency, owed, interest, days, amounts, own_words, told_on, told_at, told_by, answer_by, hold_id)
      values (?, ?, ?, ?, ?, ?, ?, ?::date[], ?, ?, ?::date, ?::timestamptz, ?, ?::date, ?)
      """;
  private static final String ANSWER =
      "update agreements.counter_offer set outcome = ?, answer = ?, answered_on = ?::date, answered_by = ? where id = ? and outcome is null";

  private final CaseJournal cases;
  private final Holds holds;
  private final Tasks tasks;
  private final IdSource ids;

  CounterOffers(CaseJournal cases, Holds holds, Tasks tasks, IdSource ids) {
    this.cases = cases;
    this.holds = holds;
    this.tasks = tasks;
    this.ids = ids;
  }

  /**
   * Records what is asked for. The same asked again while it waits is the same; something else takes its place.
   *
   * @param answerBy the last day on which they hear from us
   * @throws CannotRecord where the case is closed, or more is said than is kept
   */
  public CounterOffer ask(DSLContext tx, CaseId id, Offer offer, Optional<String> words, LocalDate answerBy, Recorded by) {
    var head = cases.locked(tx, List.of(id)).stream().findFirst().orElseThrow(() -> new CannotRecord("The case is closed; nothing is agreed in it."));
    if (words.filter(text -> text.length() > LONGEST).isPresent()) {
      throw new CannotRecord("At most " + LONGEST + " signs are kept with it.");
    }
    var before = waiting(tx, id);
    if (before.filter(one -> one.offer().plan().equals(offer.plan())).isPresent()) {
      return before.get();
    }
    before.ifPresent(one -> end(tx, one, new CounterOffer.Answered(CounterOffer.Answer.REPLACED, by.on(), Optional.empty()), by));
    return record(tx, head, offer, words, answerBy, by);
  }

  private CounterOffer record(DSLContext tx, CaseHead head, Offer offer, Optional<String> words, LocalDate answerBy, Recorded by) {
    var id = ids.next();
    var said = words(offer.plan());
    cases.write(tx, List.of(head), "counter-offer", "They ask to pay " + said + "; our answer is due by " + answerBy + words.map(text -> ": " + text).orElse("."), facts(id, offer.plan(), answerBy, words), by);
    var hold = holds.place(tx, head.id(), new HoldRequest(HoldKind.VERIFICATION, "the debtor asks to pay " + said, Optional.of(answerBy)), by);
    var parts = offer.plan().instalments();
    tx.execute(
        INSERT, id, head.creditor().value(), head.debtor().value(), head.id().value(), head.currency().getCurrencyCode(), offer.plan().debt().minor(), offer.plan().interest().minor(),
        parts.stream().map(one -> one.dueOn().toString()).toArray(String[]::new), parts.stream().map(one -> one.amount().minor()).toArray(Long[]::new),
        DSL.val(words.orElse(null), String.class), by.on(), by.occurredAt().atOffset(ZoneOffset.UTC), by.actor(), answerBy, hold);
    tasks.open(tx, head.id(), TaskKind.REPLY, ASK + said, answerBy, by);
    return new CounterOffer(id, head.id(), offer, words, by.on(), answerBy, hold, Optional.empty());
  }

  /**
   * Answers it: the hold and the task end.
   *
   * @throws CannotRecord where it was answered already, or a no is without words
   */
  public void answer(DSLContext tx, CounterOffer one, CounterOffer.Answered answered, Recorded by) {
    if (answered.answer() == CounterOffer.Answer.DECLINED && answered.words().isEmpty()) {
      throw new CannotRecord("Write what they are told: why not, and what is possible.");
    }
    if (!end(tx, one, answered, by)) {
      throw new CannotRecord("What they asked for was answered meanwhile.");
    }
    var head = cases.head(tx, one.recovery());
    var word = word(answered.answer());
    cases.write(
        tx, List.of(head), "counter-offer-answered", "What they asked for is answered (" + word.replace('_', ' ') + ")" + answered.words().map(text -> ": " + text).orElse("."),
        Map.of("counterOffer", one.id().toString(), "answer", word, "words", answered.words().orElse("")), by);
  }

  private boolean end(DSLContext tx, CounterOffer one, CounterOffer.Answered answered, Recorded by) {
    if (tx.execute(ANSWER, word(answered.answer()), DSL.val(answered.words().orElse(null), String.class), answered.on(), by.actor(), one.id()) == 0) {
      return false;
    }
    if (holds.inForce(tx, one.recovery(), by.on()).stream().anyMatch(hold -> hold.id().equals(one.hold()))) {
      holds.end(tx, one.hold(), "what they asked for is answered", by);
    }
    tasks.openOf(tx, one.recovery()).stream().filter(task -> task.kind() == TaskKind.REPLY && task.why().startsWith(ASK)).forEach(task -> tasks.done(tx, task.id(), word(answered.answer()), by));
    return true;
  }

  /** What waits for an answer in a case. */
  public Optional<CounterOffer> waiting(DSLContext tx, CaseId id) {
    return tx.fetch(OF.formatted("and outcome is null"), id.value()).map(CounterOffers::counterOffer).stream().findFirst();
  }

  /** Everything that was asked for in a case, the latest first. */
  public List<CounterOffer> of(DSLContext tx, CaseId id) {
    return tx.fetch(OF.formatted(""), id.value()).map(CounterOffers::counterOffer);
  }

  private static String words(Plan plan) {
    return plan.total() + (plan.instalments().size() == 1 ? " on " : " in " + plan.instalments().size() + " payments until ") + plan.lastOn();
  }

  private static Map<String, Object> facts(UUID id, Plan plan, LocalDate answerBy, Optional<String> words) {
    var payments = plan.instalments().stream().map(one -> Map.of("dueOn", one.dueOn().toString(), "amount", one.amount().plain())).toList();
    return Map.of(
        "counterOffer", id.toString(), "currency", plan.debt().currency().getCurrencyCode(), "payments", payments, "answerBy", answerBy.toString(), "ownWords", words.orElse(""));
  }

  private static CounterOffer counterOffer(Record row) {
    var currency = row.get("currency", String.class).strip();
    var days = row.get("days", LocalDate[].class);
    var amounts = row.get("amounts", Long[].class);
    var parts = IntStream.range(0, days.length).mapToObj(at -> new Instalment(days[at], Money.ofMinor(amounts[at], currency))).toList();
    var owed = Money.ofMinor(row.get("owed", Long.class), currency);
    var plan = new Plan(owed, Money.ofMinor(row.get("interest", Long.class), currency), parts);
    var answered = Optional.ofNullable(row.get("outcome", String.class)).map(outcome ->
        new CounterOffer.Answered(CounterOffer.Answer.valueOf(outcome.toUpperCase(Locale.ROOT)), row.get("answered_on", LocalDate.class), Optional.ofNullable(row.get("answer", String.class))));
    return new CounterOffer(
        row.get("id", UUID.class), new CaseId(row.get("case_id", UUID.class)), new Offer(parts.size() > 1 ? Offer.Kind.INSTALMENTS : Offer.Kind.BY_DATE, owed, plan),
        Optional.ofNullable(row.get("own_words", String.class)), row.get("told_on", LocalDate.class), row.get("answer_by", LocalDate.class), row.get("hold_id", UUID.class), answered);
  }

  private static String word(CounterOffer.Answer answer) {
    return answer.name().toLowerCase(Locale.ROOT);
  }
}
