package io.duly.rules.contact;

import static io.duly.rules.contact.Channel.CALL;
import static io.duly.rules.contact.Channel.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.rules.contact.Answer.Allowed;
import io.duly.rules.contact.Answer.Refused;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law of each place, from the edges of its hours and counts. */
@Tag("P13")
class ContactMatrixTest {

  @ParameterizedTest
  @CsvSource(textBlock =
      """
      # place,    zone,                collecting,  channel, local,            allowed
      US,         America/New_York,    FOR_ANOTHER, CALL,    2026-06-03T07:59, false
      US,         America/New_York,    FOR_ANOTHER, CALL,    2026-06-03T08:00, true
      US,         America/New_York,    FOR_ANOTHER, CALL,    2026-06-07T21:00, true
      US,         America/New_York,    FOR_ANOTHER, EMAIL,   2026-06-03T21:01, false
      US,         America/New_York,    FOR_ANOTHER, LETTER,  2026-06-03T22:00, true
      US-FL,      America/New_York,    OWN_DEBTS,   CALL,    2026-06-03T21:00, false
      US-FL,      America/New_York,    OWN_DEBTS,   CALL,    2026-06-03T20:59, true
      US-MA,      America/New_York,    OWN_DEBTS,   CALL,    2026-06-03T21:00, true
      NL,         Europe/Amsterdam,    FOR_ANOTHER, CALL,    2026-06-06T19:59, true
      NL,         Europe/Amsterdam,    FOR_ANOTHER, CALL,    2026-06-06T20:00, false
      NL,         Europe/Amsterdam,    FOR_ANOTHER, EMAIL,   2026-06-07T11:00, false
      NL,         Europe/Amsterdam,    FOR_ANOTHER, VISIT,   2026-06-08T07:00, true
      NL,         Europe/Amsterdam,    FOR_ANOTHER, CALL,    2026-06-08T06:59, false
      AU,         Australia/Sydney,    OWN_DEBTS,   CALL,    2026-06-03T07:29, false
      AU,         Australia/Sydney,    OWN_DEBTS,   CALL,    2026-06-03T07:30, true
      AU,         Australia/Sydney,    OWN_DEBTS,   CALL,    2026-06-06T08:59, false
      AU,         Australia/Sydney,    OWN_DEBTS,   CALL,    2026-06-07T09:00, true
      AU,         Australia/Sydney,    OWN_DEBTS,   VISIT,   2026-06-03T08:00, false
      CA-ON,      America/Toronto,     FOR_ANOTHER, EMAIL,   2026-06-03T07:00, true
      CA-ON,      America/Toronto,     FOR_ANOTHER, EMAIL,   2026-06-07T12:59, false
      CA-ON,      America/Toronto,     FOR_ANOTHER, EMAIL,   2026-06-07T13:00, true
      CA-ON,      America/Toronto,     FOR_ANOTHER, CALL,    2026-06-03T10:00, false
      CA-AB,      America/Edmonton,    FOR_ANOTHER, CALL,    2026-06-03T21:59, true
      CA-AB,      America/Edmonton,    FOR_ANOTHER, CALL,    2026-06-03T22:00, false
      CA-QC,      America/Toronto,     FOR_ANOTHER, CALL,    2026-06-03T20:00, false
      CA-QC,      America/Toronto,     FOR_ANOTHER, CALL,    2026-06-07T10:00, false
      CA-BC,      America/Vancouver,   FOR_ANOTHER, CALL,    2026-06-07T16:59, true
      CA-MB,      America/Winnipeg,    FOR_ANOTHER, CALL,    2026-06-03T07:30, false
      IN,         Asia/Kolkata,        OWN_DEBTS,   CALL,    2026-06-03T19:00, false
      DE,         Europe/Berlin,       OWN_DEBTS,   CALL,    2026-06-06T19:59, true
      DE,         Europe/Berlin,       OWN_DEBTS,   CALL,    2026-06-07T11:00, false
      FR,         Europe/Paris,        OWN_DEBTS,   SMS,     2026-06-03T20:00, false
      GB,         Europe/London,       OWN_DEBTS,   CALL,    2026-06-03T20:59, true
      GB,         Europe/London,       OWN_DEBTS,   LETTER,  2026-06-07T03:00, true
      BR,         America/Sao_Paulo,   OWN_DEBTS,   CALL,    2026-06-03T07:59, false
      '',         Europe/Berlin,       UNKNOWN,     EMAIL,   2026-06-07T11:00, false
      """)
  void hoursOfNaturalPersonsAreThoseOfTheirPlace(
      String place, String zone, Collecting collecting, Channel channel, String local, boolean allowed) {
    var someone = Someone.of(Party.NATURAL_PERSON, collecting, place, zone);
    assertThat(Someone.byLaw(someone, channel, local) instanceof Allowed).isEqualTo(allowed);
  }

  @Test
  void capsOfAStateHoldInThatStateOnly() {
    var boston = Someone.of(Party.NATURAL_PERSON, Collecting.OWN_DEBTS, "US-MA", "America/New_York");
    assertRefused(boston.called("2026-06-01T10:00", "2026-06-03T10:00"), CALL, "2026-06-07T20:00", "US-MA-TWO-CALLS", "2026-06-08T08:00");
    var elsewhere = Someone.of(Party.NATURAL_PERSON, Collecting.OWN_DEBTS, "US-TX", "America/New_York");
    assertThat(Someone.byLaw(elsewhere.called("2026-06-01T10:00", "2026-06-03T10:00"), CALL, "2026-06-07T20:00"))
        .isInstanceOf(Allowed.class);
  }

  @Test
  void newYorkCityCountsEveryChannelFromSeptember() {
    var someone = Someone.of(Party.NATURAL_PERSON, Collecting.OWN_DEBTS, "US-NY-NYC", "America/New_York")
        .wasWritten(Channel.LETTER, "2026-08-27T10:00", "2026-08-28T10:00").called("2026-08-29T10:00");
    assertThat(Someone.byLaw(someone, CALL, "2026-08-31T10:00")).isInstanceOf(Allowed.class);
    assertRefused(someone, CALL, "2026-09-01T10:00", "US-NYC-THREE", "2026-09-03T08:00");
    assertThat(((Refused) Someone.byLaw(someone, EMAIL, "2026-09-10T10:00")).nextAllowed()).isEmpty();
  }

  @Test
  void australiaCountsContactsMadeAndNotAttempts() {
    var three = Someone.of(Party.NATURAL_PERSON, Collecting.OWN_DEBTS, "AU", "Australia/Sydney")
        .talked("2026-06-01T10:00").leftMessage("2026-06-02T10:00").wasWritten(EMAIL, "2026-06-03T10:00");
    assertRefused(three, CALL, "2026-06-04T10:00", "AU-RG96-THREE-A-WEEK", "2026-06-08T07:30");
    var attempts = Someone.of(Party.NATURAL_PERSON, Collecting.OWN_DEBTS, "AU", "Australia/Sydney")
        .called("2026-06-01T10:00", "2026-06-02T10:00", "2026-06-03T10:00");
    assertThat(Someone.byLaw(attempts, CALL, "2026-06-04T10:00")).isInstanceOf(Allowed.class);
  }

  @Test
  void ontarioWaitsSixDaysAfterItsNotice() {
    var facts = Someone.of(Party.NATURAL_PERSON, Collecting.FOR_ANOTHER, "CA-ON", "America/Toronto").facts()
        .notifiedOn(LocalDate.of(2026, 6, 1));
    var someone = Someone.of(Party.NATURAL_PERSON, Collecting.FOR_ANOTHER, "CA-ON", "America/Toronto");
    var answer = MayContact.shipped(Holidays.NONE).at(facts, CALL, Purpose.CHASE, someone.instant("2026-06-06T10:00"));
    assertThat(((Refused) answer).nextAllowed()).contains(someone.instant("2026-06-07T13:00"));
  }

  @Test
  void companiesHaveNoneOfTheLawsOfPersons() {
    var company = Someone.of(Party.COMPANY, Collecting.FOR_ANOTHER, "US", "America/New_York").talked("2026-06-01T10:00");
    assertThat(Someone.byLaw(company, CALL, "2026-06-02T10:00")).isInstanceOf(Allowed.class);
    assertThat(Someone.byLaw(company, EMAIL, "2026-06-07T23:00")).isInstanceOf(Allowed.class);
  }

  @Test
  void anUnknownKindOrRoleGetsTheStrictestRules() {
    var unknown = Someone.of(Party.UNKNOWN, Collecting.UNKNOWN, "US", "America/New_York").talked("2026-06-01T10:00");
    assertRefused(unknown, CALL, "2026-06-02T10:00", "US-REGF-AFTER-CONVERSATION", "2026-06-08T08:00");
    assertThat(Someone.byLaw(unknown, CALL, "2026-06-07T10:00")).isInstanceOf(Refused.class);
  }

  @Test
  void twoPlacesAndTheirHolidaysAllHaveToAgree() {
    Holidays kingsDay = (place, day) -> place.equals("NL") && day.equals(LocalDate.of(2026, 4, 27));
    var someone = Someone.of(Party.NATURAL_PERSON, Collecting.FOR_ANOTHER, "NL DE", "Europe/Berlin");
    var answer = MayContact.shipped(kingsDay).at(someone.facts(), CALL, Purpose.CHASE, someone.instant("2026-04-27T10:00"));
    assertThat(((Refused) answer).reasons()).extracting(reason -> reason.basis().id())
        .contains("NL-BKI-4-2", "DE-DEFAULT-PERSONS");
    assertThat(((Refused) answer).nextAllowed()).contains(someone.instant("2026-04-28T08:00"));
  }

  @Test
  void whoIsRepresentedIsNotSpokenTo() {
    var someone = Someone.american().representedSince("2026-06-01T10:00");
    assertThat(((Refused) Someone.byLaw(someone, CALL, "2026-06-02T10:00")).nextAllowed()).isEmpty();
    assertThat(Someone.byLaw(someone, Reach.by(CALL), Purpose.REPRESENTATIVE, "2026-06-02T10:00")).isInstanceOf(Allowed.class);
  }

  @Test
  void everyRuleSaysWhereItStands() {
    var rules = ContactPacks.shipped().all().stream().flatMap(pack -> pack.bases().stream()).toList();
    assertThat(rules).hasSizeGreaterThan(45).doesNotHaveDuplicates();
    assertThat(rules.stream().map(basis -> basis.id())).doesNotHaveDuplicates();
  }

  @Test
  void anAllowedContactNamesTheRulesThatWereAsked() {
    var answer = (Allowed) Someone.withHouse(Someone.american(), CALL, "2026-06-02T10:00");
    assertThat(answer.asked()).extracting(basis -> basis.id())
        .contains("HOUSE-ONE-A-DAY", "US-REGF-HOURS", "US-REGF-SEVEN-CALLS");
    assertThat(Set.copyOf(answer.asked())).hasSameSizeAs(answer.asked());
  }

  private static void assertRefused(Someone someone, Channel channel, String local, String rule, String next) {
    var answer = (Refused) Someone.byLaw(someone, channel, local);
    assertThat(answer.reasons()).extracting(reason -> reason.basis().id()).contains(rule);
    assertThat(answer.nextAllowed()).contains(someone.instant(next));
  }
}
