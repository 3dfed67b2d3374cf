package io.duly.correspondence.letter;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.Correspondent;
import io.duly.correspondence.template.Kind;
import io.duly.wording.Language;
import java.util.Optional;

/** Letters to look at. */
final class Letter {
  static final LetterLook DIN = new LetterLook("#1f4e5f", Branding.LetterForm.DIN5008B, Optional.empty());
  static final LetterLook UK = new LetterLook("#7a2e3a", Branding.LetterForm.UK, Optional.empty());

  private Letter() {}

  static LetterLook look(Language language) {
    return language == Language.EN ? UK : DIN;
  }

  static byte[] of(Kind kind, Language language, int invoices) {
    return Letters.pdf(composed(kind, language, invoices), look(language));
  }

  static Composed composed(Kind kind, Language language, int invoices) {
    return Correspondent.composed(kind, language, invoices);
  }
}
