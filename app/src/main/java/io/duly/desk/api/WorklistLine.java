package io.duly.desk.api;

import io.duly.desk.worklist.LastContact;
import io.duly.desk.worklist.Line;
import io.duly.rules.contact.Answer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A case on the worklist.
 *
 * @param likelihood that what is owed comes in, in thousandths; not told to clients
 */
@Schema(description = "A case on the worklist, with why it is there")
record WorklistLine(
    UUID caseId, long caseNumber, String debtor, String creditor, @Schema(example = "reminder") String stage, @Schema(example = "call") String work, LocalDate on, String because,
    Amount open, Amount disputed, @Schema(description = "the earliest day on which our answer to what is contested is owed") Optional<LocalDate> answerDue, Optional<LocalDate> oldestDue, Optional<String> held, boolean changed,
    @Schema(description = "the debtor's local time") OffsetDateTime there, Optional<MayCall> mayCall, Optional<Running> promise, int brokenPromises,
    @Schema(description = "that the money comes in, in thousandths") Optional<Integer> likelihood, Optional<Contact> lastContact, Optional<UUID> owner, Optional<InTheCase> taken) {

  /** Whether they may be called now. */
  record MayCall(boolean allowed, List<String> why, Optional<Instant> nextAllowed) {
    static MayCall of(Answer answer) {
      return switch (answer) {
        case Answer.Allowed _ -> new MayCall(true, List.of(), Optional.empty());
        case Answer.Refused no -> new MayCall(false, no.reasons().stream().map(Answer.Reason::why).toList(), no.nextAllowed());
      };
    }
  }

  record Running(Amount amount, LocalDate dueOn) {}

  record Contact(LocalDate on, String direction, String channel, Optional<String> outcome) {
    static Contact of(LastContact last) {
      return new Contact(last.day(), last.ours() ? "out" : "in", last.channel(), last.cameOfIt());
    }
  }

  /** Somebody is in the case. */
  record InTheCase(String by, Instant since) {}

  static WorklistLine of(Line line, Call call) {
    var work = line.work();
    var facts = line.facts();
    var house = call.person().role().isOfTheHouse();
    return new WorklistLine(
        work.caseId(), work.number(), work.debtor(), work.creditor(), work.stage(), work.work().code(), work.on(), work.because(),
        Amount.ofMinor(work.open(), work.currency()), Amount.ofMinor(work.disputed(), work.currency()), work.answerDue(), work.oldestDue(), work.held(), work.changed(),
        facts.now().there().toOffsetDateTime(), facts.now().mayCall().map(MayCall::of),
        facts.promised().running().map(one -> new Running(Amount.ofMinor(one.amount(), work.currency()), one.dueOn())), facts.promised().broken(),
        Optional.of(line.likelihood(call.today()).perMille()).filter(_ -> house), facts.lastContact().map(Contact::of),
        facts.owner().filter(_ -> house), facts.taken().filter(_ -> house).map(one -> new InTheCase(one.by(), one.since().toInstant())));
  }
}
