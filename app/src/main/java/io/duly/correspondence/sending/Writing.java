package io.duly.correspondence.sending;

import io.duly.correspondence.template.CannotRender;
import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.Documents;
import io.duly.correspondence.template.Door;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Messages;
import io.duly.invitations.Invitations;
import io.duly.invitations.Invited;
import io.duly.strategy.Channel;
import io.duly.strategy.Decision;
import io.duly.wording.Claim;
import io.duly.wording.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Has the words of a message written from the template in force and the facts of now, unless a person wrote them. */
@Component
final class Writing {
  private final Messages messages;
  private final Invitations invitations;

  Writing(Messages messages, Invitations invitations) {
    this.messages = messages;
    this.invitations = invitations;
  }

  /**
   * What would leave.
   *
   * @param claims what it may announce
   * @throws CannotRender where a fact that it must name is missing
   * @throws CannotChange where there is no such template
   */
  Written write(DSLContext tx, Waiting message, Set<Claim> claims, LocalDate day) {
    var composed = compose(tx, message, claims, day);
    var written = new Written(text(composed, message.send().channel()), composed.words(), composed.occasion().facts(), Optional.of(composed));
    return Texts.latest(tx, message.id()).map(written::or).orElse(written);
  }

  Composed compose(DSLContext tx, Waiting message, Set<Claim> claims, LocalDate day) {
    var language = Language.of(message.language()).orElse(Language.EN);
    var send = message.send();
    var own = OwnWords.of(tx, message);
    if (own.isPresent()) {
      return messages.compose(tx, message.recovery(), kind(message), own.get(), language, send.tone(), send.channel(), claims, day, documents(tx, message), door(message));
    }
    return messages.compose(tx, message.recovery(), kind(message), language, send.tone(), send.channel(), claims, day, documents(tx, message), door(message));
  }

  /** The same whenever the message is written, so that a yes to its words is one to what leaves. */
  Optional<Door> door(Waiting message) {
    return invitations.of(invited(message))
        .map(way -> new Door(way.address(), Optional.of(way.code()).filter(_ -> message.send().channel() == Channel.LETTER)));
  }

  static Invited invited(Waiting message) {
    return new Invited(message.creditor(), message.debtor(), message.recovery(), message.id().value());
  }

  static Documents documents(DSLContext tx, Waiting message) {
    if (message.goal() != Goal.COPIES) {
      return Documents.NONE;
    }
    var originals = originals(tx, message);
    return new Documents(originals.files().stream().map(Attached::name).toList(), originals.missing());
  }

  /** What goes with it; nothing with most. */
  static Originals originals(DSLContext tx, Waiting message) {
    return message.goal() == Goal.COPIES || message.goal() == Goal.EXPLANATION
        ? Originals.of(tx, message.send().lines().stream().map(Decision.Line::invoice).toList(), message.send().channel()).with(Enclosures.of(tx, message))
        : new Originals(List.of(), List.of());
  }

  static ComposedText text(Composed composed, Channel channel) {
    if (channel == Channel.SMS) {
      return new ComposedText("", composed.sms(), Optional.empty());
    }
    var mail = composed.email();
    return new ComposedText(mail.subject(), mail.plain(), Optional.of(mail.html()));
  }

  /** That of its template, also where a person gave it other words: what the law wants it to say stays the same. */
  static Kind kind(Waiting message) {
    if (message.send().template().equals(Kind.OWN_WORDS.word())) {
      return Kind.OWN_WORDS;
    }
    return message.goal() == Goal.APOLOGY
        ? Kind.APOLOGY
        : Kind.of(message.send().template())
            .orElseThrow(() -> new CannotChange("There is no template '" + message.send().template() + "'; the policy names one that is not known."));
  }
}
