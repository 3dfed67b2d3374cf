package io.duly.correspondence.sending;

import io.duly.correspondence.template.HandWritten;
import io.duly.correspondence.template.Messages;
import io.duly.correspondence.template.TemplateText;
import io.duly.correspondence.template.Templates;
import io.duly.kernel.MessageId;
import io.duly.kernel.InvoiceId;
import io.duly.strategy.Channel;
import io.duly.strategy.Decision;
import io.duly.wording.CaseFacts;
import io.duly.wording.Claim;
import io.duly.wording.Language;
import io.duly.wording.Severity;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Gives a message that waits other words. It keeps its place, its kind, and what its kind must say. */
@Component
public final class Rewording {
  private final Messages messages;
  private final Templates templates;
  private final Gates gates;
  private final Queue queue;
  private final Writing writing;

  Rewording(Messages messages, Templates templates, Gates gates, Queue queue, Writing writing) {
    this.messages = messages;
    this.templates = templates;
    this.gates = gates;
    this.queue = queue;
    this.writing = writing;
  }

  /**
   * The words that it has, with their values open: a person's, else those of the template in force.
   *
   * @throws CannotChange where there is no such message, or no such template
   */
  public HandWritten words(DSLContext tx, MessageId id) {
    var message = message(tx, id);
    return OwnWords.of(tx, message).orElseGet(() -> ofTemplate(tx, message));
  }

  private HandWritten ofTemplate(DSLContext tx, Waiting message) {
    var text = templates.inForce(tx, message.creditor(), Writing.kind(message), language(message));
    return message.send().channel() == Channel.SMS
        ? new HandWritten("", text.section(TemplateText.Part.SMS), about(message))
        : new HandWritten(text.section(TemplateText.Part.SUBJECT), text.section(TemplateText.Part.BODY), about(message));
  }

  /**
   * How other words read; changes nothing.
   *
   * @throws CannotChange where there is no such message, or no such template
   */
  public HandWriting.Read read(DSLContext tx, MessageId id, String subject, String text, Moment at) {
    var message = message(tx, id);
    return read(tx, message, new HandWritten(subject, text, about(message)), at);
  }

  private HandWriting.Read read(DSLContext tx, Waiting message, HandWritten words, Moment at) {
    var send = message.send();
    var claims = gates.ask(tx, message, at).claims();
    return HandWriting.read(words, language(message), send.channel(), facts(tx, message, claims, at), () ->
        messages.compose(
            tx, message.recovery(), Writing.kind(message), words, language(message), send.tone(), send.channel(), claims, at.day(),
            Writing.documents(tx, message), writing.door(message)));
  }

  private CaseFacts facts(DSLContext tx, Waiting message, Set<Claim> claims, Moment at) {
    return messages.occasion(tx, message.recovery(), about(message), claims, at.day()).facts();
  }

  /**
   * Puts the words in the place of those that it has.
   *
   * @throws CannotChange where it does not wait any more, or they may never leave, in a sentence with the words
   */
  public void write(DSLContext tx, MessageId id, String subject, String text, String by, Moment at) {
    var message = message(tx, id);
    var words = new HandWritten(subject, text, about(message));
    var read = read(tx, message, words, at);
    if (!read.problems().isEmpty()) {
      throw new CannotChange(read.problems().getFirst());
    }
    if (!read.mayWait()) {
      throw new CannotChange("It says what may never leave: " + blocked(read) + ". Say it in other words.");
    }
    queue.rewrite(tx, id, words, read.has(Severity.NEEDS_APPROVAL), by, at);
  }

  private static String blocked(HandWriting.Read read) {
    return java.util.stream.Stream.concat(read.marks().stream(), read.findings().stream())
        .filter(one -> one.severity() == Severity.BLOCK)
        .map(one -> "\"" + SmtpWire.line(one.words()) + "\"")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Language language(Waiting message) {
    return Language.of(message.language()).orElse(Language.EN);
  }

  private static Set<InvoiceId> about(Waiting message) {
    return message.send().lines().stream().map(Decision.Line::invoice).map(InvoiceId::new).collect(Collectors.toSet());
  }

  private static Waiting message(DSLContext tx, MessageId id) {
    return WaitingRead.any(tx, id.value()).orElseThrow(() -> new CannotChange("There is no message " + id + "."));
  }
}
