package io.duly.correspondence;

import static io.duly.database.jooq.correspondence.Tables.CONTACT;
import static io.duly.database.jooq.correspondence.Tables.CONTACT_OUTCOME;

import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.MessageId;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.ContactKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Takes the right to contact a debtor, once for all nodes and people: the debtor is locked, the ledger is counted and the
 * contact is written in one transaction, so that no two claims together exceed a cap (P13).
 */
@Component
public final class ContactSlots {
  private static final String LOCK =
      "select current_setting('transaction_isolation') from parties.debtor where id = ? for no key update";

  private static final String ONE_A_DAY = "HOUSE-ONE-A-DAY";

  private final ContactPermission permission;
  private final IdSource ids;

  ContactSlots(ContactPermission permission, IdSource ids) {
    this.permission = permission;
    this.ids = ids;
  }

  /**
   * Asks, and where the answer is yes, writes the contact into the ledger; with the caller's transaction it holds or falls.
   * The debtor stays locked until that ends: claim last, and lock cases before.
   *
   * @return the answer; the slot is taken if and only if it is {@link Answer.Allowed}
   * @throws IllegalArgumentException where there is no such debtor
   * @throws IllegalStateException where the transaction could not see what was written since it began
   */
  public Answer claim(DSLContext tx, ContactClaim claim) {
    lock(tx, claim.debtor());
    var known = permission.known(tx, claim.debtor(), claim.recovery(), claim.at());
    var answer = permission.ask(known, claim.reach(), claim.purpose(), claim.at());
    if (answer instanceof Answer.Allowed && !written(tx, known, claim)) {
      var since = permission.known(tx, claim.debtor(), claim.recovery(), claim.at());
      return permission.ask(since, claim.reach(), claim.purpose(), claim.at());
    }
    return answer;
  }

  /**
   * As {@link #claim}, for a message that reached nobody when it was tried before: where it took the contact of this day
   * then, that one is still its own and no other is written.
   *
   * @param claim names its message
   */
  public Answer claimAgain(DSLContext tx, ContactClaim claim) {
    lock(tx, claim.debtor());
    var known = permission.known(tx, claim.debtor(), claim.recovery(), claim.at());
    var answer = permission.ask(known, claim.reach(), claim.purpose(), claim.at());
    if (!isItsOwn(tx, known, claim)) {
      return claim(tx, claim);
    }
    return answer instanceof Answer.Refused refused && refused.reasons().stream().allMatch(ContactSlots::isOneADay)
        ? new Answer.Allowed(List.of())
        : answer;
  }

  private static boolean isOneADay(Answer.Reason reason) {
    return reason.basis().id().equals(ONE_A_DAY);
  }

  private static boolean isItsOwn(DSLContext tx, KnownDebtor known, ContactClaim claim) {
    return tx.fetchExists(
        DSL.selectFrom(CONTACT)
            .where(CONTACT.DEBTOR_ID.eq(claim.debtor().value()))
            .and(CONTACT.DIRECTION.eq("out"))
            .and(CONTACT.DAY.eq(LocalDate.ofInstant(claim.at(), known.zone())))
            .and(CONTACT.MESSAGE_ID.eq(claim.message().map(MessageId::value).orElse(null))));
  }

  /**
   * Writes down what came of a contact; the last word counts.
   *
   * @param connected false where the call did not go through or the number was somebody else's
   */
  public void outcome(DSLContext tx, UUID contact, ContactKind kind, boolean connected, String by, Instant now) {
    outcome(tx, contact, kind, connected, Optional.empty(), by, now);
  }

  void outcome(DSLContext tx, UUID contact, ContactKind kind, boolean connected, Optional<String> note, String by, Instant now) {
    tx.insertInto(CONTACT_OUTCOME)
        .columns(
            CONTACT_OUTCOME.ID,
            CONTACT_OUTCOME.CONTACT_ID,
            CONTACT_OUTCOME.CREDITOR_ID,
            CONTACT_OUTCOME.KIND,
            CONTACT_OUTCOME.CONNECTED,
            CONTACT_OUTCOME.NOTE,
            CONTACT_OUTCOME.RECORDED_BY,
            CONTACT_OUTCOME.RECORDED_AT)
        .select(
            tx.select(
                    DSL.val(ids.next()),
                    CONTACT.ID,
                    CONTACT.CREDITOR_ID,
                    DSL.val(word(kind)),
                    DSL.val(connected),
                    DSL.val(note.orElse(null), CONTACT_OUTCOME.NOTE),
                    DSL.val(by),
                    DSL.val(now.atOffset(ZoneOffset.UTC)))
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact)))
        .execute();
  }

  /** Under a snapshot older than the lock, what others wrote meanwhile would not be counted. */
  private static void lock(DSLContext tx, DebtorId debtor) {
    var isolation =
        tx.fetchOptional(LOCK, debtor.value())
            .map(row -> row.get(0, String.class))
            .orElseThrow(() -> new IllegalArgumentException("There is no debtor " + debtor));
    if (!isolation.equals("read committed")) {
      throw new IllegalStateException("Claim a contact in a read committed transaction, not in " + isolation);
    }
  }

  /** False where the day was taken by a contact that was recorded without a claim. */
  private static boolean written(DSLContext tx, KnownDebtor known, ContactClaim claim) {
    return tx.insertInto(CONTACT)
            .set(CONTACT.ID, claim.id())
            .set(CONTACT.CREDITOR_ID, known.creditor().value())
            .set(CONTACT.DEBTOR_ID, claim.debtor().value())
            .set(CONTACT.CASE_ID, claim.recovery().map(CaseId::value).orElse(null))
            .set(CONTACT.DIRECTION, "out")
            .set(CONTACT.CHANNEL, word(claim.reach().channel()))
            .set(CONTACT.DAY, LocalDate.ofInstant(claim.at(), known.zone()))
            .set(CONTACT.AT, claim.at().atOffset(ZoneOffset.UTC))
            .set(CONTACT.ZONE, known.zone().getId())
            .set(CONTACT.KIND, word(claim.kind()))
            .set(CONTACT.PURPOSE, word(claim.purpose()))
            .set(CONTACT.MESSAGE_ID, claim.message().map(MessageId::value).orElse(null))
            .set(CONTACT.NOTE, claim.note().orElse(null))
            .set(CONTACT.ADDRESS, claim.reach().address().orElse(null))
            .set(CONTACT.PLACE, ContactLedger.place(claim.reach()))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
