package io.duly.correspondence.template;

import java.util.List;

/** All that are known, in the order in which they stand. */
final class StatutoryLetters {
  private static final List<StatutoryLetter> ALL =
      List.of(new ValidationNotice(), new AgencyParticulars(), new FrenchCollector(), new FormalNotice(), new FourteenDayLetter(), new LetterOfClaim());

  private StatutoryLetters() {}

  static List<StatutoryLetter> of(Occasion occasion) {
    return ALL.stream().filter(letter -> letter.isFor(occasion)).toList();
  }
}
