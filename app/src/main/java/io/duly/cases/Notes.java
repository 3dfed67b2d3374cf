package io.duly.cases;

import io.duly.kernel.CaseId;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What people write down of a case (P20). A note cannot be changed; a mistake is corrected with another note. */
@Component
public final class Notes {
  private final CaseJournal cases;

  Notes(CaseJournal cases) {
    this.cases = cases;
  }

  /** @throws CannotRecord where the case is unknown or the text is empty */
  public void add(DSLContext tx, CaseId id, String text, Recorded by) {
    if (text.isBlank()) {
      throw new CannotRecord("The note is empty.");
    }
    cases.write(tx, List.of(cases.head(tx, id)), "note", text.strip(), Map.of(), by);
  }
}
