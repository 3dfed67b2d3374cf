package io.duly.correspondence.reply;

import io.duly.agreements.Promises;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.Disputes;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.correspondence.AnswerDays;
import io.duly.hardship.BreathingSpaces;
import io.duly.hardship.ToldBy;
import io.duly.kernel.InvoiceId;
import io.duly.ledger.Ledger;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import io.duly.wording.StopWish;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Does what a person lets follow from a reply. */
@Component
final class Following {
  private static final int EXCERPT = 1_000;

  private final Disputes disputes;
  private final Promises promises;
  private final Reasons reasons;
  private final Holds holds;
  private final Tasks tasks;
  private final Ledger ledger;
  private final Wishing wishing;
  private final AnswerDays answers;
  private final BreathingSpaces spaces;

  Following(Disputes disputes, Promises promises, Reasons reasons, Holds holds, Tasks tasks, Ledger ledger, Wishing wishing, AnswerDays answers, BreathingSpaces spaces) {
    this.spaces = spaces;
    this.answers = answers;
    this.disputes = disputes;
    this.promises = promises;
    this.reasons = reasons;
    this.holds = holds;
    this.tasks = tasks;
    this.ledger = ledger;
    this.wishing = wishing;
  }

  /** The reply that something follows from, and its case. */
  record From(UUID reply, Whose whose, CaseHead head, String words, Optional<String> sender) {
    String excerpt() {
      return words.isBlank() ? "(no text)" : words.substring(0, Math.min(words.length(), EXCERPT));
    }
  }

  /** @return what was done, in words */
  String follow(DSLContext tx, From from, Follow follow, Recorded by) {
    return switch (follow) {
      case Follow.Contest contest -> contest(tx, from, contest, by);
      case Follow.Promised(var amount, var dueOn) -> {
        promises.record(tx, from.head().id(), amount, dueOn, Optional.of(from.excerpt()), by);
        yield "promise of " + amount + " by " + dueOn;
      }
      case Follow.Because(var category) -> {
        reasons.record(tx, from.head().id(), category, from.excerpt(), Optional.empty(), by);
        yield "reason: " + category.sentence();
      }
      case Follow.LookForPayment(var days) -> look(tx, from, days, by);
      case Follow.Hardship(var until) -> {
        leaveInPeace(tx, from, until, by);
        yield "breathing space" + until.map(day -> " until " + day).orElse("");
      }
      case Follow.Insolvent _ -> {
        hold(tx, from, HoldKind.INSOLVENCY, "the debtor wrote of insolvency", Optional.empty(), by);
        yield "hold for insolvency";
      }
      case Follow.Represented(var representative) -> {
        wishing.represented(tx, from.whose(), representative, from.excerpt(), by);
        yield representative + " speaks for the debtor";
      }
      case Follow.Wishes(var instead) -> wishes(tx, from, instead, by);
      case Follow.WrongPerson _ -> wrongPerson(tx, from, by);
      case Follow.Answer(var what) -> answer(tx, from, what, by);
    };
  }

  private String contest(DSLContext tx, From from, Follow.Contest contest, Recorded by) {
    var found = tx.fetchOptional("select id from ledger.invoice where debtor_id = ? and number = ?", from.whose().debtor().value(), contest.invoice());
    var invoice =
        found.map(row -> new InvoiceId(row.get(0, UUID.class))).orElseThrow(() -> new CannotRecord("The debtor has no invoice " + contest.invoice() + "."));
    var amount = contest.amount().or(() -> ledger.openBalance(tx, invoice, by.on())).orElseThrow(() -> new CannotRecord("Nothing is open on invoice " + contest.invoice() + "."));
    var due = answers.of(tx, from.whose().creditor(), by.on());
    disputes.owesAcknowledgement(tx, disputes.open(tx, invoice, amount, contest.why(), due.answerBy(), by), due.acknowledgeBy());
    return "dispute of " + amount + " on invoice " + contest.invoice();
  }

  private String look(DSLContext tx, From from, int days, Recorded by) {
    var until = by.on().plusDays(days);
    reasons.record(tx, from.head().id(), ReasonCategory.ALREADY_PAID, from.excerpt(), Optional.of("accounting, who look for the payment"), until, by);
    hold(tx, from, HoldKind.VERIFICATION, "the debtor says that it was paid; the payment is looked for", Optional.of(until), by);
    return "the payment is looked for until " + until;
  }

  private String wishes(DSLContext tx, From from, List<StopWish> instead, Recorded by) {
    wishing.takeBack(tx, from.whose(), from.reply(), by);
    if (!instead.isEmpty()) {
      wishing.honour(tx, from.whose(), from.reply(), instead, from.excerpt(), by);
    }
    return instead.isEmpty()
        ? "no wish about contacts was meant"
        : "wishes: " + instead.stream().map(wish -> Reading.word(wish).replace('_', ' ')).collect(Collectors.joining(", "));
  }

  /** The address that it came from is that of somebody else, whoever wrote to it. */
  private String wrongPerson(DSLContext tx, From from, Recorded by) {
    var address = from.sender().orElseThrow(() -> new CannotRecord("The reply names no sender; mark the address in the debtor's file."));
    tx.execute(
        "update parties.contact_person set right_party = 'wrong' where debtor_id = ? and lower(email) = ? and right_party <> 'wrong'",
        from.whose().debtor().value(), address);
    tx.execute(
        """
        insert into correspondence.dead_address (id, creditor_id, debtor_id, address, why, since)
        values (gen_random_uuid(), ?, ?, ?, 'somebody else wrote from it', ?::timestamptz) on conflict do nothing
        """,
        from.whose().creditor().value(), from.whose().debtor().value(), address.toLowerCase(Locale.ROOT), by.recordedAt().atOffset(ZoneOffset.UTC));
    if (from.head().isOpen()) {
      tasks.open(tx, from.head().id(), TaskKind.COMPLETE_FILE, "a message reached somebody else: find the right person or address", by.on(), by);
    }
    return "the address is somebody else's and is not used again";
  }

  /** Where another reply waits to be read the case has that task already; then it is one of its own kind. */
  private String answer(DSLContext tx, From from, String what, Recorded by) {
    boolean others = tasks.openOf(tx, from.head().id()).stream().anyMatch(task -> task.kind() == TaskKind.REPLY);
    tasks.open(tx, from.head().id(), others ? TaskKind.REVIEW : TaskKind.REPLY, "answer the debtor: " + what, by.on().plusDays(1), by);
    return "we owe an answer: " + what;
  }

  /** Where the case is closed nothing is chased; the hold is for what may come. */
  private void leaveInPeace(DSLContext tx, From from, Optional<LocalDate> until, Recorded by) {
    if (from.head().isOpen()) {
      spaces.hold(tx, from.head().id(), until, ToldBy.EMAIL, by);
    } else {
      hold(tx, from, HoldKind.HARDSHIP, "breathing space", until, by);
    }
  }

  private void hold(DSLContext tx, From from, HoldKind kind, String why, Optional<LocalDate> until, Recorded by) {
    holds.place(tx, from.whose().creditor(), from.whose().debtor(), new HoldRequest(kind, why, until), by);
  }

}
