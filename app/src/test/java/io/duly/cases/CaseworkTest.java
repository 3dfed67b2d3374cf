package io.duly.cases;

import static io.duly.cases.Casework.BY_ANNA;
import static io.duly.cases.Casework.TODAY;
import static io.duly.cases.Casework.by;
import static io.duly.cases.Casework.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.cases.StatedReason.Outcome;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditNoteId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PostingId;
import io.duly.ledger.Allocation;
import io.duly.ledger.CreditNote;
import io.duly.ledger.Ledger;
import io.duly.parties.ContactPersons;
import io.duly.parties.NewPerson;
import io.duly.parties.PersonDetails;
import io.duly.parties.RightParty;
import io.duly.parties.Wishes;
import io.duly.strategy.Channel;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import io.duly.testing.Office;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CaseworkTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Casework office = new Casework(OFFICE);

  @Test
  @Tag("P33")
  void refusesAnOpenCaseWithoutNextActionAndDate() {
    for (var missing : List.of("next_action", "next_action_on", "review_on", "because")) {
      assertThatThrownBy(() -> office.sql.execute("update cases.recovery_case set " + missing + " = null where id = ?", office.caseId.value()))
          .hasMessageContaining("open_case_has_next_action");
    }
  }

  @Test
  @Tag("P17")
  void aHoldStopsContactTheMomentItIsRecorded() {
    var draft = office.draft(TODAY);
    office.decided();
    holds().place(office.sql, office.caseId, ill(), BY_ANNA);
    assertThat(office.stateOf(draft)).isEqualTo("withdrawn");
    assertThat(office.touched(office.caseId)).isTrue();
    assertThat(holds().inForce(office.sql, office.caseId, TODAY)).singleElement().satisfies(hold -> {
      assertThat(hold.kind()).isEqualTo(HoldKind.HARDSHIP);
      assertThat(hold.placedBy()).isEqualTo("person:anna");
    });
    assertThat(holds().inForce(office.sql, office.caseId, TODAY.plusDays(61))).isEmpty();
    assertThat(office.journalKinds(office.caseId)).containsExactly("hold-placed");
  }

  @Test
  void aHoldOfTheDebtorHoldsEveryCase() {
    office.invoice(office.debtor, "4712", "50000", "JPY");
    CaseId yen = office.openCase(office.debtor, "JPY");
    var insolvent = new HoldRequest(HoldKind.INSOLVENCY, "Proceedings opened, court of Lindau", Optional.empty());
    holds().place(office.sql, office.creditor, office.debtor, insolvent, BY_ANNA);
    for (var one : List.of(office.caseId, yen)) {
      assertThat(holds().inForce(office.sql, one, TODAY)).hasSize(1);
      assertThat(office.journalKinds(one)).containsExactly("hold-placed");
    }
  }

  @Test
  void aHoldOfOneCaseLeavesTheDraftsOfAnother() {
    office.invoice(office.debtor, "4712", "50000", "JPY");
    CaseId yen = office.openCase(office.debtor, "JPY");
    var draft = office.draft(TODAY);
    holds().place(office.sql, yen, ill(), BY_ANNA);
    assertThat(office.stateOf(draft)).isEqualTo("checked");
    assertThat(holds().inForce(office.sql, office.caseId, TODAY)).isEmpty();
  }

  @Test
  void aHoldIsLiftedOnce() {
    var hold = holds().place(office.sql, office.caseId, ill(), BY_ANNA);
    office.decided();
    holds().lift(office.sql, hold, "back at work", by(TODAY.plusDays(10)));
    assertThat(holds().inForce(office.sql, office.caseId, TODAY.plusDays(9))).hasSize(1);
    assertThat(holds().inForce(office.sql, office.caseId, TODAY.plusDays(10))).isEmpty();
    assertThat(office.touched(office.caseId)).isTrue();
    assertThat(office.journalKinds(office.caseId)).containsExactly("hold-placed", "hold-lifted");
    assertThatThrownBy(() -> holds().lift(office.sql, hold, "again", by(TODAY.plusDays(10))))
        .isInstanceOf(CannotRecord.class)
        .hasMessageContaining("in force");
  }

  @Test
  void refusesAHoldThatEndsBeforeItBegins() {
    var backwards = new HoldRequest(HoldKind.MANUAL, "asked to", Optional.of(TODAY.minusDays(1)));
    assertThatThrownBy(() -> holds().place(office.sql, office.caseId, backwards, BY_ANNA))
        .hasMessage("The hold would end on 2026-05-31, before it begins on 2026-06-01.");
  }

  @Test
  @Tag("P26")
  void aReasonIsKeptInOwnWordsAndVerified() {
    var reasons = office.the(Reasons.class);
    var words = "Der Fahrer hat zwei Paletten verloren.";
    var reason =
        reasons.record(office.sql, office.caseId, ReasonCategory.THIRD_PARTY, words, Optional.of("the carrier"), BY_ANNA);
    assertThat(office.the(Tasks.class).openOf(office.sql, office.caseId)).singleElement().satisfies(task -> {
      assertThat(task.kind()).isEqualTo(TaskKind.VERIFY);
      assertThat(task.why()).isEqualTo("ask the carrier: somebody else is at fault");
      assertThat(task.dueOn()).isEqualTo("2026-06-04");
    });
    reasons.verify(
        office.sql, reason, Outcome.CONFIRMED, "The carrier confirms the loss by e-mail.", Optional.of("They were open about it."),
        by(TODAY.plusDays(1)));
    assertThat(reasons.of(office.sql, office.caseId)).singleElement().satisfies(kept -> {
      assertThat(kept.ownWords()).isEqualTo(words);
      assertThat(kept.verification().orElseThrow().impression()).contains("They were open about it.");
    });
    assertThat(office.the(Tasks.class).openOf(office.sql, office.caseId)).isEmpty();
    assertThat(office.journalKinds(office.caseId))
        .containsExactly("reason-recorded", "task-opened", "reason-verified", "task-done");
  }

  @Test
  @Tag("P26")
  void aDisputeWithdrawsWhatWouldChaseItAndAsksForOurAnswer() {
    var draft = office.draft(TODAY);
    office.decided();
    disputes().open(office.sql, office.invoice, eur("300.00"), "two pallets missing", TODAY.plusDays(5), BY_ANNA);
    assertThat(office.stateOf(draft)).isEqualTo("withdrawn");
    assertThat(office.touched(office.caseId)).isTrue();
    assertThat(office.the(Tasks.class).openOf(office.sql, office.caseId))
        .extracting(Task::kind, Task::dueOn)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(TaskKind.VERIFY, TODAY.plusDays(5)));
    assertThat(disputes().of(office.sql, office.caseId)).extracting(Dispute::amount).containsExactly(eur("300.00"));
    assertThatThrownBy(() -> disputes().open(office.sql, office.invoice, eur("1.00"), "more", TODAY, BY_ANNA))
        .hasMessage("Invoice 4711 has an open dispute; close that one first.");
  }

  @Test
  void contestsNoMoreThanIsOpen() {
    assertThatThrownBy(() -> disputes().open(office.sql, office.invoice, eur("1200.01"), "all wrong", TODAY, BY_ANNA))
        .hasMessage("Of invoice 4711 1,200.00 EUR is open; the contested amount lies between zero and that.");
  }

  @Test
  @Tag("P09")
  void anUpheldDisputeStaysContestedUntilTheCreditNoteIsIn() {
    var dispute = disputes().open(office.sql, office.invoice, eur("300.00"), "two pallets missing", TODAY.plusDays(5), BY_ANNA);
    assertThatThrownBy(() -> disputes().close(office.sql, dispute, DisputeOutcome.UPHELD, "You are right.", BY_ANNA))
        .hasMessageContaining("Issue the credit note of 300.00 EUR for invoice 4711 first");
    credit("300.00");
    disputes().close(office.sql, dispute, DisputeOutcome.UPHELD, "You are right, here is the credit note.", BY_ANNA);
    assertThat(disputes().openOf(office.sql, office.invoice)).isEmpty();
    assertThat(office.the(Tasks.class).openOf(office.sql, office.caseId)).isEmpty();
    assertThat(office.journalKinds(office.caseId))
        .containsExactly("dispute-opened", "task-opened", "dispute-closed", "task-done");
  }

  @Test
  @Tag("P13")
  void aWishIsHonouredAtOnceInEveryQueue() {
    var people = office.the(ContactPersons.class);
    var owner = new PersonDetails("Ana Huber", Optional.of("owner"), Optional.empty(), Optional.empty(), Optional.empty());
    var person =
        people.add(office.sql, List.of(new NewPerson(office.creditor, office.debtor, owner, Wishes.NONE, RightParty.VERIFIED)));
    var draft = office.draft(TODAY);
    people.wish(office.sql, person.getFirst(), new Wishes(Set.of(Channel.CALL), true, Optional.of("Write only.")));
    assertThat(office.stateOf(draft)).isEqualTo("checked");
    people.wish(office.sql, person.getFirst(), new Wishes(Set.of(Channel.EMAIL), false, Optional.of("Letters only.")));
    assertThat(office.stateOf(draft)).isEqualTo("withdrawn");
    assertThat(office.touched(office.caseId)).isTrue();
  }

  @Test
  @Tag("P20")
  void aNoteGoesIntoTheJournalWithWhenItHappenedAndWhenItWasWritten() {
    var late = new Recorded("person:anna", TODAY, BY_ANNA.occurredAt(), BY_ANNA.occurredAt().plusSeconds(86_400));
    office.the(Notes.class).add(office.sql, office.caseId, "Spoke to Ms Huber.", late);
    assertThat(office.recordedAt(office.caseId)).isEqualTo(late.recordedAt());
    assertThatThrownBy(() -> office.the(Notes.class).add(office.sql, new CaseId(UUID.randomUUID()), "lost", BY_ANNA))
        .isInstanceOf(CannotRecord.class)
        .hasMessageContaining("There is no case");
  }

  @Test
  @Tag("P15")
  void aCallBackIsDueAtTheTimeThatWasAgreedAtTheDebtors() {
    var tasks = office.the(Tasks.class);
    tasks.open(office.sql, office.caseId, TaskKind.CALL, "promise broken", TODAY, BY_ANNA);
    var sydney = TODAY.plusDays(3).atTime(9, 0).atZone(ZoneId.of("Australia/Sydney"));
    tasks.openAt(office.sql, office.caseId, TaskKind.CALL, "call back: was upset", sydney, BY_ANNA);
    tasks.open(office.sql, office.caseId, TaskKind.CALL, "another word", TODAY, BY_ANNA);
    assertThat(tasks.openOf(office.sql, office.caseId)).singleElement().satisfies(task -> {
      assertThat(task.why()).isEqualTo("call back: was upset");
      assertThat(task.dueAt()).contains(sydney);
      assertThat(task.dueOn()).as("still the day before, by UTC").isEqualTo(TODAY.plusDays(2));
      assertThat(task.due()).isEqualTo("2026-06-04 09:00 Australia/Sydney");
    });
    assertThat(office.sql.fetchValues("select summary from journal.entry where case_id = ? order by seq", office.caseId.value()))
        .element(1)
        .isEqualTo("Task moved (call), due 2026-06-04 09:00 Australia/Sydney: call back: was upset");
  }

  @Test
  void refusesATimeThatHasPassed() {
    var earlier = TODAY.atTime(9, 30).atZone(ZoneId.of("UTC"));
    assertThatThrownBy(() -> office.the(Tasks.class).openAt(office.sql, office.caseId, TaskKind.CALL, "call back", earlier, BY_ANNA))
        .isInstanceOf(CannotRecord.class)
        .hasMessage("The time has passed already: 2026-06-01 09:30 UTC. Name one that is still to come.");
  }

  @Test
  void aTaskOfAKindIsOpenOnce() {
    var tasks = office.the(Tasks.class);
    var first = tasks.open(office.sql, office.caseId, TaskKind.CALL, "promise broken", TODAY.plusDays(3), BY_ANNA);
    var second = tasks.open(office.sql, office.caseId, TaskKind.CALL, "asked to be called", TODAY.plusDays(1), BY_ANNA);
    assertThat(second).isEqualTo(first);
    assertThat(tasks.openOf(office.sql, office.caseId)).singleElement().extracting(Task::dueOn).isEqualTo(TODAY.plusDays(1));
    office.decided();
    tasks.done(office.sql, first, "reached; will pay", BY_ANNA);
    assertThat(tasks.openOf(office.sql, office.caseId)).isEmpty();
    assertThat(office.touched(office.caseId)).isTrue();
    assertThatThrownBy(() -> tasks.done(office.sql, first, "again", BY_ANNA)).isInstanceOf(CannotRecord.class);
  }

  private void credit(String amount) {
    var ledger = office.the(Ledger.class);
    var ids = office.the(IdSource.class);
    var note = new CreditNoteId(ids.next());
    ledger.credit(
        office.sql,
        List.of(new CreditNote(note, office.creditor, office.debtor, "G-1", eur(amount), TODAY, Optional.of("two pallets missing"))));
    ledger.allocate(
        office.sql,
        List.of(
            new Allocation(
                new PostingId(ids.next()), office.invoice, new Allocation.FromCreditNote(note), eur(amount), TODAY, "person:anna",
                Optional.empty())));
  }

  private Holds holds() {
    return office.the(Holds.class);
  }

  private Disputes disputes() {
    return office.the(Disputes.class);
  }

  private static HoldRequest ill() {
    return new HoldRequest(HoldKind.HARDSHIP, "The owner is ill.", Optional.of(TODAY.plusDays(60)));
  }
}
