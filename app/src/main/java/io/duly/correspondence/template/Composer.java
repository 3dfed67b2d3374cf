package io.duly.correspondence.template;

import io.duly.strategy.Channel;
import io.duly.strategy.Tone;
import io.duly.wording.Language;
import io.duly.wording.OptOut;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a message from a template and the facts of an occasion. Pure. */
final class Composer {
  private Composer() {}

  /** @throws CannotRender where a fact that the template speaks of is missing */
  static Composed compose(Template template, Occasion occasion, Language language, Tone tone, Channel channel) {
    var forms = Forms.of(language, occasion.recipient().country());
    var filling = new Filling(occasion, forms, tone, channel);
    return new Composed(
        occasion, forms, filling.line(template.subject()), Doors.in(filling.pieces(template.body()), occasion, forms, channel),
        Doors.inSms(sms(template, filling, Notices.ofSms(occasion, forms)), occasion, forms));
  }

  private static String sms(Template template, Filling filling, Optional<String> notice) {
    var text = filling.pieces(template.sms()).stream()
        .map(piece -> piece instanceof Piece.Paragraph one ? one.runs().stream().map(Piece.Run::text).collect(Collectors.joining()) : "")
        .collect(Collectors.joining(" "));
    return SmsLength.plainer(text + notice.filter(_ -> !text.isBlank() && !OptOut.isIn(text)).map(words -> " " + words).orElse("")).strip();
  }
}
