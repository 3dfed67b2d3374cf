package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;

import io.duly.journal.JournalEntry;
import io.duly.kernel.CaseId;
import io.duly.kernel.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whose case it is. Whoever may see a case may work it; the owner is whose list it is on. */
@Component
public final class Owners {
  private final CaseJournal cases;

  Owners(CaseJournal cases) {
    this.cases = cases;
  }

  /** Somebody a case is given to; that they see the case's creditor is for the caller to know. */
  public record Owner(PersonId person, String login) {}

  /**
   * Gives cases to a person, or takes them from whoever had them, with one line in the journal of each. What is that
   * person's already, or closed, stays as it is.
   *
   * @param to empty: to nobody
   * @param words what the next one should know; may be empty
   * @return the cases that changed hands
   */
  public List<CaseHead> give(DSLContext tx, Collection<CaseId> which, Optional<Owner> to, String words, Recorded by) {
    var locked = cases.locked(tx, which);
    var owner = to.map(Owner::person).map(PersonId::value).orElse(null);
    var changed =
        tx.update(RECOVERY_CASE)
            .set(RECOVERY_CASE.OWNER_ID, owner)
            .where(RECOVERY_CASE.ID.in(locked.stream().map(one -> one.id().value()).toList()))
            .and(RECOVERY_CASE.OWNER_ID.isDistinctFrom(owner))
            .returningResult(RECOVERY_CASE.ID)
            .fetchSet(RECOVERY_CASE.ID);
    var heads = locked.stream().filter(one -> changed.contains(one.id().value())).toList();
    cases.write(tx, heads.stream().map(one -> entry(one, to, words.strip(), by)).toList(), by);
    return heads;
  }

  private JournalEntry entry(CaseHead one, Optional<Owner> to, String words, Recorded by) {
    var facts = Map.of("to", to.map(Owner::login).orElse(""), "words", words);
    var sentence = to.map(owner -> "Given to " + owner.login()).orElse("Belongs to nobody");
    return cases.entry(one, "case-given", words.isEmpty() ? sentence + "." : sentence + ": " + words, facts, by);
  }

  /** Who owns a case. */
  public Optional<UUID> of(DSLContext tx, CaseId id) {
    return tx.select(RECOVERY_CASE.OWNER_ID).from(RECOVERY_CASE).where(RECOVERY_CASE.ID.eq(id.value())).fetchOptional(RECOVERY_CASE.OWNER_ID);
  }
}
