package io.duly.correspondence.letter;

import io.duly.correspondence.template.Brandings;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.parties.Creditor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How the creditors' letters look, as their brandings say. */
@Component
public final class Stationery {
  private final Brandings brandings;
  private final Archive archive;

  Stationery(Brandings brandings, Archive archive) {
    this.brandings = brandings;
    this.archive = archive;
  }

  public LetterLook of(DSLContext tx, Creditor creditor) {
    var branding = brandings.of(tx, creditor);
    var logo = branding.logo().flatMap(hash -> archive.document(tx, hash)).map(Document::bytes);
    return new LetterLook(branding.colour(), branding.form(), logo);
  }
}
