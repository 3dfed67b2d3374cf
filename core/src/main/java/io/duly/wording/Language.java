package io.duly.wording;

import java.util.Locale;
import java.util.Optional;

/** The languages whose wording is known. */
public enum Language {
  EN,
  DE,
  FR,
  NL,
  ES;

  /** The ISO 639-1 code in small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of a tag such as {@code de} or {@code de-AT}; empty where its wording is not known. */
  public static Optional<Language> of(String tag) {
    String first = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    for (Language language : values()) {
      if (language.code().equals(first)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
