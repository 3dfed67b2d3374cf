package io.duly.correspondence.sending;

import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.template.CannotRender;
import io.duly.kernel.MessageId;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import io.duly.wording.Finding;
import io.duly.wording.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Asks of a message that waits what will be asked when it leaves, and changes nothing by it. */
@Component
public final class Inquiry {
  private final Gates gates;
  private final Pauses pauses;
  private final Senders senders;
  private final Writing writing;
  private final ContactPermission permission;
  private final LetterPacking letters;

  Inquiry(Gates gates, Pauses pauses, Senders senders, Writing writing, ContactPermission permission, LetterPacking letters) {
    this.gates = gates;
    this.pauses = pauses;
    this.senders = senders;
    this.writing = writing;
    this.permission = permission;
    this.letters = letters;
  }

  /**
   * What would be said now.
   *
   * @param text that would leave; empty where it cannot be written
   * @param findings on its tone
   * @param answers to every question, in the order in which they are asked
   */
  public record Said(Optional<ComposedText> text, List<Finding> findings, List<Asked> answers) {

    /** Nothing grave was found in its words: nobody else has to read them. */
    public boolean isFine() {
      return text.isPresent() && findings.stream().allMatch(one -> one.severity() == Severity.HINT);
    }

    public boolean isBlocked() {
      return findings.stream().anyMatch(one -> one.severity() == Severity.BLOCK);
    }
  }

  /** The answers of now; empty where there is no such message. */
  public Optional<Said> of(DSLContext tx, MessageId id, Moment at) {
    return WaitingRead.any(tx, id.value()).map(message -> said(tx, message, at));
  }

  /**
   * The letter as it would be printed now.
   *
   * @throws CannotChange where it cannot be written, in a sentence that says what to do
   */
  public byte[] letter(DSLContext tx, MessageId id, Moment at) {
    var message = WaitingRead.any(tx, id.value()).orElseThrow(() -> new CannotChange("There is no message " + id + "."));
    try {
      var composed = writing.compose(tx, message, gates.ask(tx, message, at).claims(), at.day());
      var address = letters.address(tx, message).orElseThrow(() -> new CannotChange("There is no postal address that it could go to."));
      return letters.pack(tx, message, composed, address).bytes();
    } catch (CannotRender missing) {
      throw new CannotChange(SmtpWire.line(missing.getMessage()));
    }
  }

  private Said said(DSLContext tx, Waiting message, Moment at) {
    var answers = new ArrayList<Asked>();
    answers.add(
        pauses.keepingNow(tx, message.creditor(), message.debtor())
            .map(pause -> Asked.waits(Asked.Question.PAUSE, pause.why(), Optional.empty()))
            .orElse(Asked.yes(Asked.Question.PAUSE)));
    var gate = gates.ask(tx, message, at);
    answers.add(gate.objection().map(no -> Asked.of(Asked.Question.FACTS, no)).orElse(Asked.yes(Asked.Question.FACTS)));
    try {
      var written = writing.write(tx, message, gate.claims(), at.day());
      var findings = Tone.findings(written, message.language());
      answers.add(Asked.of(Asked.Question.WORDS, Tone.judge(written, findings)));
      answers.addAll(ways(tx, message, at));
      return new Said(Optional.of(written.text()), findings, answers);
    } catch (CannotRender | CannotChange missing) {
      answers.add(Asked.waits(Asked.Question.WORDS, SmtpWire.line(missing.getMessage()), Optional.empty()));
      answers.addAll(ways(tx, message, at));
      return new Said(Optional.empty(), List.of(), answers);
    }
  }

  private List<Asked> ways(DSLContext tx, Waiting message, Moment at) {
    var sender = senders.of(tx, message.creditor());
    boolean look = sender.filter(Senders.Sender::lookFirst).isPresent() && message.approved().isEmpty();
    return List.of(
        look
            ? new Asked(Asked.Question.LOOK_FIRST, Asked.Reply.PERSON, "the creditor wants every message looked at first", Optional.empty())
            : Asked.yes(Asked.Question.LOOK_FIRST),
        sender(tx, message, sender), address(tx, message), rules(tx, message, at));
  }

  private static Asked sender(DSLContext tx, Waiting message, Optional<Senders.Sender> sender) {
    if (message.send().channel() == io.duly.strategy.Channel.LETTER) {
      return Asked.yes(Asked.Question.SENDER);
    }
    if (sender.isEmpty()) {
      return Asked.waits(Asked.Question.SENDER, "the creditor has no sender; ./duly sender sets one", Optional.empty());
    }
    return tx.fetchOptional("select trouble from correspondence.server_pace where server = ? and trouble is not null", sender.get().server())
        .map(row -> Asked.waits(Asked.Question.SENDER, "server '" + sender.get().server() + "': " + row.get(0, String.class), Optional.empty()))
        .orElse(Asked.yes(Asked.Question.SENDER));
  }

  private Asked address(DSLContext tx, Waiting message) {
    boolean there =
        switch (message.send().channel()) {
          case EMAIL -> Addressees.byEmail(tx, message.debtor()).isPresent();
          case LETTER -> letters.address(tx, message).isPresent();
          case SMS, CALL -> tx.fetchOptional("select from parties.debtor where id = ? and phone is not null", message.debtor().value()).isPresent();
        };
    return there ? Asked.yes(Asked.Question.ADDRESS) : Asked.withdrawn(Asked.Question.ADDRESS, "there is no address that it could go to");
  }

  private Asked rules(DSLContext tx, Waiting message, Moment at) {
    var reach = Reach.by(Channel.valueOf(message.send().channel().name()));
    var answer = permission.ask(tx, message.debtor(), Optional.of(message.recovery()), reach, Purpose.CHASE, at.now());
    return switch (answer) {
      case Answer.Allowed _ -> Asked.yes(Asked.Question.RULES);
      case Answer.Refused refused when refused.nextAllowed().isPresent() -> Asked.waits(Asked.Question.RULES, why(refused), refused.nextAllowed());
      case Answer.Refused refused -> Asked.withdrawn(Asked.Question.RULES, why(refused));
    };
  }

  private static String why(Answer.Refused refused) {
    return refused.reasons().stream().map(reason -> reason.basis().id() + ": " + reason.why()).collect(Collectors.joining("; "));
  }
}
