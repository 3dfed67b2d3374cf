package io.duly.correspondence;

import static io.duly.rules.contact.Channel.CALL;
import static io.duly.rules.contact.Channel.EMAIL;
import static io.duly.rules.contact.Channel.SMS;
import static io.duly.rules.contact.ContactKind.ATTEMPT;
import static io.duly.rules.contact.ContactKind.CONVERSATION;
import static io.duly.rules.contact.ContactKind.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.cases.Cases;
import io.duly.cases.Casework;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Answer.Allowed;
import io.duly.rules.contact.Answer.Refused;
import io.duly.rules.contact.Inconvenient;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import io.duly.rules.contact.Stop;
import io.duly.testing.Office;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P13")
class ContactSlotsTest {
  @AutoClose private static final Office OFFICE = new Office();

  private static Neighbour german() {
    return new Neighbour(OFFICE, "consumer", "DE", null, null);
  }

  private static void refused(Answer answer, String rule, String next) {
    assertThat(answer).isInstanceOf(Refused.class);
    var refused = (Refused) answer;
    assertThat(refused.reasons()).extracting(reason -> reason.basis().id()).contains(rule);
    assertThat(refused.nextAllowed()).isEqualTo(Optional.of(next).filter(text -> !text.isEmpty()).map(Instant::parse));
  }

  @Test
  void theSecondContactOfADayIsRefusedWhateverItsChannel() {
    var anna = german();
    assertThat(anna.claims("2026-06-01T08:00:00Z", EMAIL, WRITTEN)).isInstanceOf(Allowed.class);
    refused(anna.claims("2026-06-01T09:00:00Z", SMS, WRITTEN), "HOUSE-ONE-A-DAY", "2026-06-02T06:00:00Z");
    refused(anna.claims("2026-06-01T09:00:00Z", CALL, ATTEMPT), "HOUSE-ONE-A-DAY", "2026-06-02T06:00:00Z");
    assertThat(anna.contacts()).isEqualTo(1);
  }

  @Test
  void aContactThatNobodyClaimedCountsAsWell() {
    var anna = german();
    anna.wasContactedBySomeoneElse(LocalDate.of(2026, 6, 1));
    refused(anna.claims("2026-06-01T16:00:00Z", CALL, ATTEMPT), "HOUSE-ONE-A-DAY", "2026-06-02T06:00:00Z");
  }

  @Test
  void publicHolidaysAreThoseOfThePlace() {
    refused(german().asks("2026-12-25T10:00:00Z", CALL), "DE-DEFAULT-PERSONS", "2026-12-28T07:00:00Z");
    var bavarian = new Neighbour(OFFICE, "consumer", "DE", "BY", null);
    refused(bavarian.asks("2026-06-04T10:00:00Z", CALL), "DE-DEFAULT-PERSONS", "2026-06-05T06:00:00Z");
    assertThat(german().asks("2026-06-04T10:00:00Z", CALL)).isInstanceOf(Allowed.class);
  }

  @Test
  void whereOnlyTheCountryIsKnownEveryZoneOfItHasToAgree() {
    var american = new Neighbour(OFFICE, "consumer", "US", null, null);
    assertThat(american.asks("2026-06-02T17:59:00Z", CALL)).isInstanceOf(Refused.class);
    var newYorker = new Neighbour(OFFICE, "consumer", "US", "NY", "America/New_York");
    assertThat(newYorker.asks("2026-06-02T17:59:00Z", CALL)).isInstanceOf(Allowed.class);
    OFFICE.the(StatedWishes.class).alsoIn(newYorker.sql, newYorker.said("I am in California"), ZoneId.of("America/Los_Angeles"), Instant.EPOCH);
    refused(newYorker.asks("2026-06-02T14:00:00Z", CALL), "US-DEFAULT-PERSONS", "2026-06-02T15:00:00Z");
  }

  @Test
  void whatCameOfACallDecidesWhatFollows() {
    var anna = new Neighbour(OFFICE, "consumer", "US", "TX", "America/Chicago");
    anna.sql.execute("update parties.creditor set collects = 'for_another' where id = ?", anna.creditor.value());
    var call = anna.claim(Instant.parse("2026-06-01T15:00:00Z"), CALL, CONVERSATION, Optional.empty());
    assertThat(anna.claims(call)).isInstanceOf(Allowed.class);
    refused(anna.asks("2026-06-02T15:00:00Z", CALL), "US-REGF-AFTER-CONVERSATION", "2026-06-08T13:00:00Z");
    OFFICE.the(ContactSlots.class).outcome(anna.sql, call.id(), ATTEMPT, true, "person:anna", Instant.parse("2026-06-01T15:01:00Z"));
    assertThat(anna.asks("2026-06-02T15:00:00Z", CALL)).isInstanceOf(Allowed.class);
  }

  @Test
  void whatTheDebtorWishesHoldsFromTheMomentItIsReceivedUntilItIsTakenBack() {
    var anna = german();
    var wishes = OFFICE.the(StatedWishes.class);
    var received = Instant.parse("2026-06-02T10:00:00Z");
    wishes.stop(anna.sql, anna.said("stop calling"), Stop.by(received, CALL));
    assertThat(anna.asks("2026-06-02T09:59:00Z", CALL)).isInstanceOf(Allowed.class);
    refused(anna.asks("2026-06-02T10:00:00Z", CALL), "HOUSE-STOP-CHANNEL", "");
    assertThat(anna.asks("2026-06-02T10:00:00Z", EMAIL)).isInstanceOf(Allowed.class);
    var hours = wishes.inconvenient(anna.sql, anna.said("not on Tuesdays"), Inconvenient.allDay(Set.of(DayOfWeek.TUESDAY)), received);
    refused(anna.asks("2026-06-02T10:00:00Z", EMAIL), "HOUSE-INCONVENIENT", "2026-06-03T06:00:00Z");
    wishes.takeBack(anna.sql, hours, Instant.parse("2026-06-02T11:00:00Z"));
    assertThat(anna.asks("2026-06-02T11:00:00Z", EMAIL)).isInstanceOf(Allowed.class);
    wishes.represented(anna.sql, anna.said("speak to my lawyer"), Instant.parse("2026-06-03T10:00:00Z"));
    refused(anna.asks("2026-06-04T10:00:00Z", EMAIL), "HOUSE-REPRESENTED", "");
  }

  @Test
  void holdsStopEveryChannelUntilTheyEnd() {
    var work = new Casework(OFFICE);
    work.sql.execute("update parties.debtor set kind = 'company', country = 'DE' where id = ?", work.debtor.value());
    work.sql.execute(
        "insert into cases.hold (id, creditor_id, debtor_id, case_id, kind, why, since, until, placed_by)"
            + " values (gen_random_uuid(), ?, ?, ?, 'hardship', 'ill', '2026-06-01', '2026-06-03', 'person:anna')",
        work.creditor.value(), work.debtor.value(), work.caseId.value());
    var permission = OFFICE.the(ContactPermission.class);
    var answer =
        permission.ask(
            work.sql, work.debtor, Optional.of(work.caseId), Reach.by(EMAIL),
            Purpose.CHASE, Instant.parse("2026-06-02T10:00:00Z"));
    refused(answer, "HOUSE-HOLD", "2026-06-03T22:00:00Z");
    assertThat(OFFICE.the(Cases.class).find(work.sql, work.caseId.toString())).isPresent();
  }

  @Test
  void aStopWithdrawsWhatWaits() {
    var work = new Casework(OFFICE);
    work.draft(Casework.TODAY);
    var said = new StatedWishes.Statement(work.creditor, work.debtor, "stop", "person:anna", Instant.parse("2026-06-01T09:00:00Z"));
    OFFICE.the(StatedWishes.class).stop(work.sql, said, Stop.everything(Instant.parse("2026-06-01T08:00:00Z")));
    assertThat(work.sql.fetchValue("select distinct state from correspondence.message where debtor_id = ?", work.debtor.value()))
        .isEqualTo("withdrawn");
  }

  @Test
  void aTransactionThatCannotSeeTheOthersMayNotClaim() {
    var anna = german();
    var claim = anna.claim(Instant.parse("2026-06-01T10:00:00Z"), CALL, ATTEMPT, Optional.empty());
    assertThatThrownBy(
            () ->
                anna.sql.transaction(
                    tx -> {
                      tx.dsl().execute("set transaction isolation level repeatable read");
                      OFFICE.the(ContactSlots.class).claim(tx.dsl(), claim);
                    }))
        .hasMessageContaining("read committed");
  }
}
