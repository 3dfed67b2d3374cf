package io.duly.desk.template;

import io.duly.correspondence.template.Kind;
import io.duly.desk.page.NotThere;
import io.duly.parties.Creditor;
import io.duly.wording.Language;

/** Which template it is. */
public record Named(Creditor creditor, Kind kind, Language language) {

  /** @throws NotThere where there is no such kind or language */
  public static Named of(Creditor creditor, String kind, String language) {
    return new Named(creditor, Kind.of(kind).orElseThrow(NotThere::new), Language.of(language).orElseThrow(NotThere::new));
  }

  public String address() {
    return address(creditor, kind, language);
  }

  static String address(Creditor creditor, Kind kind, Language language) {
    return "/templates/" + creditor.id() + "/" + kind.word() + "/" + language.code();
  }
}
