package io.duly.correspondence.sending;

import io.duly.correspondence.provider.Provider;
import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.SmsLength;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds where a message goes by its way, and how it is packed for that. */
@Component
final class Addressing {
  private static final String OTHER_WORDS = "a letter is drawn from its template, and its words are others; withdraw it, or change the template";

  private final Attempts attempts;
  private final LetterPacking letters;

  Addressing(Attempts attempts, LetterPacking letters) {
    this.attempts = attempts;
    this.letters = letters;
  }

  /** @param sender empty only for letters into a folder */
  Addressed of(DSLContext tx, Waiting message, Written written, Optional<Senders.Sender> sender, Way way, Moment at) {
    return switch (way) {
      case Way.Mail _ -> mail(tx, message, written.text(), sender.orElseThrow(), at);
      case Way.Sms(var provider) -> sms(tx, message, written.text(), sender.orElseThrow(), provider);
      case Way.Fax(var gateway, _) -> written.composed().map(one -> fax(tx, message, one, sender.orElseThrow(), gateway, at)).orElse(new Addressed.NotSo(OTHER_WORDS));
      case Way.Post _, Way.Print _ -> written.composed().map(one -> letter(tx, message, one)).orElse(new Addressed.NotSo(OTHER_WORDS));
    };
  }

  private Addressed mail(DSLContext tx, Waiting message, ComposedText text, Senders.Sender sender, Moment at) {
    return Addressees.byEmail(tx, message.debtor())
        .<Addressed>map(to -> new Addressed.There(Optional.of(to.address()), sender.address(), () -> attempts.pack(tx, message, text, sender, to, at)))
        .orElse(new Addressed.Nowhere("there is no e-mail address that it could go to"));
  }

  private static Addressed sms(DSLContext tx, Waiting message, ComposedText text, Senders.Sender sender, Provider provider) {
    var length = SmsLength.of(text.plain());
    if (text.plain().isBlank() || length.segments() > provider.most()) {
      var why = text.plain().isBlank() ? "its template has no words for an SMS" : "it would be %d SMS, and at most %d are allowed; shorten it".formatted(length.segments(), provider.most());
      return new Addressed.NotSo(why);
    }
    var from = sender.ways().smsFrom();
    var to = Addressees.bySms(tx, message.debtor());
    return from.isEmpty() || to.isEmpty()
        ? new Addressed.Nowhere("there is no mobile number that it could go to")
        : new Addressed.There(Optional.of(to.get().address()), from.get(), () -> packed(message, text.plain(), to.get().address()));
  }

  private static Packed packed(Waiting message, String words, String to) {
    return new Packed(
        "sms", "sms:" + message.id(), to, "text/plain", message.id() + ".txt", words.getBytes(StandardCharsets.UTF_8), words,
        Map.of("to", to, "digits", to.substring(1), "text", words));
  }

  private Addressed fax(DSLContext tx, Waiting message, Composed composed, Senders.Sender sender, FaxGateway gateway, Moment at) {
    return Addressees.byFax(tx, message.debtor())
        .<Addressed>map(to -> new Addressed.There(Optional.empty(), sender.address(), () -> faxed(tx, message, composed, sender, new Addressee(to.name(), gateway.address(to.address())), at)))
        .orElse(new Addressed.Nowhere("there is no fax number that it could go to"));
  }

  private Packed faxed(DSLContext tx, Waiting message, Composed composed, Senders.Sender sender, Addressee to, Moment at) {
    var pdf = letters.pdf(tx, message, composed);
    return attempts.fax(tx, message, sender, to, new Attached(message.id() + ".pdf", "application/pdf", pdf), composed.words(), at);
  }

  private Addressed letter(DSLContext tx, Waiting message, Composed composed) {
    return letters.address(tx, message)
        .<Addressed>map(to -> new Addressed.There(Optional.empty(), "", () -> letters.pack(tx, message, composed, to)))
        .orElse(new Addressed.Nowhere("there is no postal address that it could go to"));
  }
}
