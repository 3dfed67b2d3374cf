package io.duly.correspondence.template;

import java.util.ArrayList;
import java.util.List;

/** What the law wants a demand to say to some debtors in some countries, beside what every message says. */
final class Notices {
  private Notices() {}

  static List<Piece> of(Occasion occasion, Forms forms) {
    var phrases = Phrases.of(forms.language());
    var notices = new ArrayList<Piece>();
    var country = occasion.recipient().country().orElse("");
    if (occasion.forAnother() && country.equals("US") && occasion.recipient().isNaturalPerson()) {
      notices.add(new Piece.Notice(phrases.say("notice.us")));
    }
    if (occasion.forAnother() && country.equals("FR")) {
      notices.add(new Piece.Notice(phrases.say("notice.fr")));
    }
    return notices;
  }
}
