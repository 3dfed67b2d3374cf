package io.duly.correspondence.template;

import io.duly.strategy.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the way into the portal into a message, whoever wrote its template: before who signs, else at its end. */
final class Doors {
  private Doors() {}

  static List<Piece> in(List<Piece> pieces, Occasion occasion, Forms forms, Channel channel) {
    if (occasion.door().isEmpty() || channel == Channel.CALL || channel == Channel.SMS) {
      return pieces;
    }
    var all = new ArrayList<>(pieces);
    all.add(place(pieces), way(occasion.door().get(), Phrases.of(forms.language())));
    return all;
  }

  /** It says nothing of a debt, as all that an SMS says. */
  static String inSms(String text, Occasion occasion, Forms forms) {
    return text.isBlank() ? text : text + occasion.door().map(door -> " " + SmsLength.plainer(Phrases.of(forms.language()).say("door.sms", door.address()))).orElse("");
  }

  private static int place(List<Piece> pieces) {
    for (int at = 0; at < pieces.size(); at++) {
      if (pieces.get(at) instanceof Piece.Signature) {
        return at;
      }
    }
    return pieces.size();
  }

  private static Piece way(Door door, Phrases phrases) {
    Optional<String> code = door.code().map(digits -> phrases.say("door.code", digits));
    return new Piece.Way(phrases.say("door.words"), door.address(), code);
  }
}
