package io.duly.correspondence.template;

import io.duly.strategy.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the law wants a demand to say to some debtors in some countries, beside what every message says. */
final class Notices {
  private Notices() {}

  static List<Piece> of(Occasion occasion, Forms forms, Channel channel) {
    var notices = new ArrayList<Piece>();
    if (isAmericanConsumer(occasion)) {
      notices.add(new Piece.Notice(Phrases.of(forms.language()).say("notice.us")));
    }
    StatutoryLetters.of(occasion).forEach(letter -> notices.addAll(letter.pieces(occasion, forms)));
    if (isAmericanConsumer(occasion) && channel == Channel.EMAIL) {
      notices.add(new Piece.Notice(LawWords.say(forms, "us.opt-out.email")));
    }
    return notices;
  }

  /** How to get no more of them stands in every text message, too (12 CFR 1006.6 (e)). */
  static Optional<String> ofSms(Occasion occasion, Forms forms) {
    return isAmericanConsumer(occasion) ? Optional.of(LawWords.say(forms, "us.opt-out.sms")) : Optional.empty();
  }

  private static boolean isAmericanConsumer(Occasion occasion) {
    return occasion.forAnother() && StatutoryLetter.isPersonIn("US", occasion);
  }
}
