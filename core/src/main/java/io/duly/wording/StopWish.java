package io.duly.wording;

import java.util.Optional;

/** How far somebody wishes to be left alone, as a reply may say it (P23). */
public enum StopWish {
  /** Altogether. */
  ALL(""),
  /** "Write only": letters may come, nothing else. */
  LETTERS_ONLY("lettersOnly"),
  EMAIL_ONLY("emailOnly"),
  NOT_AT_WORK("notAtWork"),
  NO_CALLS("noCalls"),
  NO_TEXTS("noTexts"),
  NO_EMAILS("noEmails");

  private final String concept;

  StopWish(String concept) {
    this.concept = concept;
  }

  /** The concept in the files of the languages that says it; empty where it follows from nothing narrower being said. */
  Optional<String> concept() {
    return Optional.of(concept).filter(name -> !name.isEmpty());
  }

  /** Whether it says of itself that somebody wishes less contact; "do not call" may be about something else. */
  boolean speaksForItself() {
    return this == LETTERS_ONLY || this == EMAIL_ONLY || this == NOT_AT_WORK;
  }
}
