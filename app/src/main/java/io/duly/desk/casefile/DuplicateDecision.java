package io.duly.desk.casefile;

import io.duly.cases.Recorded;
import io.duly.corrections.Duplicates;
import io.duly.corrections.PossibleDuplicate;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * What a person says of two invoices that look alike.
 *
 * @param why in their words; empty where the button says it all
 */
public record DuplicateDecision(PossibleDuplicate about, boolean duplicate, String why) {

  /** @throws io.duly.cases.CannotRecord where it was decided before */
  public void take(Duplicates duplicates, DSLContext tx, Recorded by) {
    var invoice = about.invoice().id();
    var earlier = about.earlier().id();
    if (duplicate) {
      duplicates.confirm(tx, invoice, earlier, Optional.empty(), said("sent twice under two numbers"), by);
    } else {
      duplicates.refute(tx, invoice, earlier, said("both are real"), by);
    }
  }

  private String said(String otherwise) {
    return why.isBlank() ? otherwise : why.strip();
  }
}
