package io.duly.desk.template;

import io.duly.parties.Creditor;
import java.util.UUID;

/** Which template an address names, as it stands there. */
record Place(UUID creditor, String kind, String language) {

  /** @throws io.duly.desk.page.NotThere where there is no such kind or language */
  Named named(Creditor found) {
    return Named.of(found, kind, language);
  }

  String address() {
    return "/templates/" + creditor + "/" + kind + "/" + language;
  }
}
