package io.duly.rules.contact;

import static io.duly.rules.contact.Channel.CALL;
import static io.duly.rules.contact.Channel.EMAIL;
import static io.duly.rules.contact.Channel.LETTER;
import static io.duly.rules.contact.Channel.SMS;
import static io.duly.rules.contact.Someone.DEBT;
import static io.duly.rules.contact.Someone.OTHER_DEBT;
import static io.duly.rules.contact.Someone.american;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duly.rules.SharedFiles;
import io.duly.rules.contact.Answer.Allowed;
import io.duly.rules.contact.Answer.Refused;
import io.duly.wording.OptOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * The worked examples of the Official Interpretations of Regulation F, by their number in the list of them. The days are
 * those of 2026, whose weekdays are the examples'.
 */
@Tag("P13")
class OfficialExamplesTest {
  /** Examples that no rule about times and frequencies decides, each with the reason. */
  static final Map<Integer, String> NOT_DECIDED_HERE =
      Map.ofEntries(
          Map.entry(43, "request to be a contact on social media: Duly has no such channel"),
          Map.entry(44, "message to a friend or coworker on social media: Duly has no such channel"),
          Map.entry(45, "reporting to a credit bureau: Duly reports nothing"),
          Map.entry(46, "reporting to a credit bureau: Duly reports nothing"),
          Map.entry(47, "reporting to a credit bureau: Duly reports nothing"),
          Map.entry(48, "form of the validation notice: a template's"),
          Map.entry(49, "form of the validation notice: a template's"));

  private final Map<Integer, Executable> decided = new TreeMap<>();

  private void example(int number, Executable test) {
    decided.put(number, test);
  }

  private static void allowed(Someone someone, Channel channel, String local) {
    assertThat(Someone.byLaw(someone, channel, local)).isInstanceOf(Allowed.class);
  }

  private static void refused(Someone someone, Channel channel, String local, String rule) {
    refused(Someone.byLaw(someone, channel, local), rule);
  }

  private static void refused(Answer answer, String rule) {
    assertThat(answer).isInstanceOf(Refused.class);
    assertThat(((Refused) answer).reasons()).extracting(reason -> reason.basis().id()).containsExactly(rule);
  }

  private static void next(Someone someone, Channel channel, String asked, String from) {
    var answer = (Refused) Someone.byLaw(someone, channel, asked);
    assertThat(answer.nextAllowed()).contains(someone.instant(from));
  }

  private static Someone weekdaysButNotFrom3To5() {
    var afternoon =
        new Inconvenient(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(15, 0), LocalTime.of(17, 0), Optional.empty());
    var weekend = Inconvenient.allDay(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    return american().named(afternoon).named(weekend);
  }

  private static Someone notOnFridays() {
    return american().named(Inconvenient.allDay(Set.of(DayOfWeek.FRIDAY)));
  }

  private static Someone notAtHome(Channel... channels) {
    var since = american().instant("2026-03-01T12:00");
    return american().saidStop(new Stop(since, Set.of(channels), Optional.of(Place.HOME), Optional.empty()));
  }

  private static Someone sevenCallsFromApril1() {
    return american()
        .leftMessage("2026-04-01T10:00")
        .called("2026-04-02T10:00", "2026-04-03T10:00", "2026-04-04T10:00", "2026-04-05T10:00", "2026-04-06T10:00")
        .called("2026-04-07T10:00");
  }

  private static Someone talkedOnAugust14() {
    return american().called("2026-08-11T10:00").talked("2026-08-14T10:00");
  }

  {
    example(1, () -> {
      var someone = american();
      for (int day = 1; day <= 7; day++) {
        someone.called("2026-04-0" + day + "T10:00");
      }
      refused(someone, CALL, "2026-04-07T11:00", "US-REGF-SEVEN-CALLS");
    });
    example(2, () -> {
      var someone = american();
      for (int day = 1; day <= 7; day++) {
        someone.leftMessage("2026-04-0" + day + "T10:00");
      }
      refused(someone, CALL, "2026-04-07T11:00", "US-REGF-SEVEN-CALLS");
    });
    example(3, () -> {
      var days = Inconvenient.allDay(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY));
      var someone = american().named(days.lastOn(LocalDate.of(2026, 12, 31)));
      refused(someone, EMAIL, "2026-12-29T12:00", "US-REGF-INCONVENIENT");
      next(someone, EMAIL, "2026-12-29T12:00", "2026-12-30T08:00");
      refused(someone, CALL, "2026-12-31T12:00", "US-REGF-INCONVENIENT");
      allowed(someone, CALL, "2026-12-30T12:00");
      allowed(someone, CALL, "2027-01-05T12:00");
    });
    example(4, () -> {
      var someone = weekdaysButNotFrom3To5();
      refused(someone, CALL, "2026-06-03T15:00", "US-REGF-INCONVENIENT");
      next(someone, CALL, "2026-06-03T15:00", "2026-06-03T17:00");
      refused(someone, CALL, "2026-06-06T10:00", "US-REGF-INCONVENIENT");
      next(someone, CALL, "2026-06-06T10:00", "2026-06-08T08:00");
      allowed(someone, CALL, "2026-06-03T14:59");
    });
    example(5, () -> {
      var someone = notAtHome();
      refused(Someone.byLaw(someone, Reach.by(LETTER).at(Place.HOME), Purpose.CHASE, "2026-06-03T10:00"), "US-REGF-MEDIUM");
      refused(Someone.byLaw(someone, Reach.by(CALL).at(Place.HOME), Purpose.CHASE, "2026-06-03T10:00"), "US-REGF-MEDIUM");
    });
    example(6, () -> {
      var someone = weekdaysButNotFrom3To5().wrote(EMAIL, "2026-06-03T15:30");
      replies(someone, EMAIL, "2026-06-03T16:30");
      refused(someone, EMAIL, "2026-06-03T16:30", "US-REGF-INCONVENIENT");
      someone.wasWritten(EMAIL, "2026-06-03T16:31");
      refusesReply(someone, EMAIL, "2026-06-03T16:45", "US-REGF-INCONVENIENT");
      refusesReply(someone, EMAIL, "2026-06-10T15:30", "US-REGF-INCONVENIENT");
      replies(someone.wrote(EMAIL, "2026-06-03T16:50"), EMAIL, "2026-06-03T16:55");
    });
    example(7, () -> {
      var someone = notAtHome().calledUs("2026-06-03T10:00");
      var home = Reach.by(CALL).at(Place.HOME);
      // On the call itself; what rests afterwards is the frequency of calls, which a reply does not lift.
      assertThat(((Refused) Someone.byLaw(someone, home, Purpose.REPLY, "2026-06-03T10:00")).reasons())
          .noneMatch(reason -> reason.basis().id().equals("US-REGF-MEDIUM"));
      var later = (Refused) Someone.byLaw(someone, home, Purpose.CHASE, "2026-06-15T10:00");
      assertThat(later.nextAllowed()).isEmpty();
    });
    example(8, () -> {
      // Pages that the debtor opens are no contact of ours, and nothing else may follow them on that day.
      refused(notOnFridays(), EMAIL, "2026-06-05T18:00", "US-REGF-INCONVENIENT");
      refused(notOnFridays(), CALL, "2026-06-12T10:00", "US-REGF-INCONVENIENT");
    });
    example(9, () -> {
      var someone = notOnFridays().wrote(EMAIL, "2026-06-05T20:30");
      replies(someone, EMAIL, "2026-06-05T20:31");
      replies(someone, EMAIL, "2026-06-05T21:30");
      refusesReply(someone, SMS, "2026-06-05T20:31", "US-REGF-INCONVENIENT");
      refusesReply(someone.wasWritten(EMAIL, "2026-06-05T20:40"), EMAIL, "2026-06-05T20:50", "US-REGF-INCONVENIENT");
    });
    example(10, () -> {
      var someone = american("America/New_York", "America/Los_Angeles");
      refused(someone, CALL, "2026-06-03T10:59", "US-REGF-HOURS");
      next(someone, CALL, "2026-06-03T07:00", "2026-06-03T11:00");
      allowed(someone, CALL, "2026-06-03T11:00");
      allowed(someone, CALL, "2026-06-03T21:00");
      refused(someone, CALL, "2026-06-03T21:01", "US-REGF-HOURS");
    });
    example(11, () -> {
      var someone = american("America/New_York", "America/Denver");
      refused(someone, CALL, "2026-06-03T09:59", "US-REGF-HOURS");
      allowed(someone, CALL, "2026-06-03T10:00");
      allowed(someone, CALL, "2026-06-03T21:00");
    });
    example(12, () -> {
      var someone = notAtHome();
      for (var channel : List.of(CALL, SMS, EMAIL)) {
        var mobile = Reach.by(channel).at(Place.MOBILE);
        assertThat(Someone.byLaw(someone, mobile, Purpose.CHASE, "2026-06-03T10:00")).isInstanceOf(Allowed.class);
      }
    });
    example(13, () -> {
      var someone = american().saidStop(Stop.everything(american().instant("2026-08-06T10:00")));
      allowed(someone, EMAIL, "2026-08-04T10:00");
      refused(someone, EMAIL, "2026-08-06T10:00", "US-REGF-CEASE");
      assertThat(Someone.byLaw(someone, Reach.by(EMAIL), Purpose.NOTICE, "2026-08-06T10:00")).isInstanceOf(Allowed.class);
    });
    example(14, () -> {
      assertThat(OptOut.isIn("Reply STOP to stop texts to this telephone number.")).isTrue();
      assertThat(OptOut.isIn("Please call us about your payment options.")).isFalse();
    });
    example(15, () -> {
      assertThat(OptOut.isIn("Click here to opt out of further emails to this email address.")).isTrue();
      assertThat(OptOut.isIn("To opt out of further emails, reply with your account number and date of birth.")).isFalse();
    });
    example(16, () -> {
      assertThat(OptOut.isIn("You may opt out of further e-mails to this e-mail address by replying with the word “stop” in the subject line.")).isTrue();
      assertThat(OptOut.isIn("You may opt out of further e-mails to this address for a fee by replying.")).isFalse();
    });
    example(17, () -> onlyOneADay(american().wasWritten(SMS, "2026-06-03T09:00"), SMS));
    example(18, () -> onlyOneADay(sevenCallsFromApril1().called("2026-06-03T09:00"), EMAIL));
    example(19, () -> {
      var six = american().leftMessage("2026-04-01T10:00")
          .called("2026-04-02T10:00", "2026-04-03T10:00", "2026-04-04T10:00", "2026-04-05T10:00", "2026-04-06T10:00");
      allowed(six, CALL, "2026-04-07T10:00");
      refused(sevenCallsFromApril1(), CALL, "2026-04-07T20:00", "US-REGF-SEVEN-CALLS");
      next(sevenCallsFromApril1(), CALL, "2026-04-07T20:00", "2026-04-08T08:00");
    });
    example(20, () -> {
      var someone = american().calledUs("2026-08-13T10:00");
      refused(someone, CALL, "2026-08-19T20:59", "US-REGF-AFTER-CONVERSATION");
      next(someone, CALL, "2026-08-13T11:00", "2026-08-20T08:00");
    });
    // The rule is about calls to a person, whoever that is: here the third party. That it must not be the debt that is spoken of is for people.
    example(21, () -> {
      var third = american().called("2026-10-06T10:00", "2026-10-07T10:00", "2026-10-08T10:00", "2026-10-09T10:00", "2026-10-10T10:00", "2026-10-11T10:00");
      allowed(third, CALL, "2026-10-12T10:00");
      refused(third.called("2026-10-12T10:00"), CALL, "2026-10-12T12:00", "US-REGF-SEVEN-CALLS");
    });
    example(22, () -> {
      var someone = american().leftMessage("2026-04-01T10:00").called("2026-04-03T10:00");
      allowed(someone, CALL, "2026-04-03T10:05");
      onlyOneADay(american().called("2026-06-03T10:00"), CALL);
    });
    example(23, () -> {
      var someone = american().calledAStranger("2026-06-01T10:00").calledAStranger("2026-06-03T10:00");
      allowed(someone.called(
          "2026-06-04T10:00", "2026-06-04T11:00", "2026-06-05T10:00", "2026-06-05T11:00", "2026-06-06T10:00",
          "2026-06-06T11:00"), CALL, "2026-06-07T10:00");
    });
    example(24, () -> refused(american()
        .leftMessage("2026-04-01T10:00")
        .called("2026-04-02T10:00", "2026-04-02T12:00", "2026-04-03T10:00", "2026-04-03T12:00")
        .called("2026-04-06T10:00", "2026-04-06T12:00"), CALL, "2026-04-07T10:00", "US-REGF-SEVEN-CALLS"));
    example(25, () -> {
      refused(talkedOnAugust14(), CALL, "2026-08-20T20:00", "US-REGF-AFTER-CONVERSATION");
      next(talkedOnAugust14(), CALL, "2026-08-14T11:00", "2026-08-21T08:00");
      allowed(talkedOnAugust14(), CALL, "2026-08-21T08:00");
    });
    // Factors that may rebut the presumption of a violation are weighed by people: Duly refuses.
    example(26, () -> refused(sevenCallsFromApril1(), CALL, "2026-04-07T15:00", "US-REGF-SEVEN-CALLS"));
    example(27, () -> refused(talkedOnAugust14(), CALL, "2026-08-19T10:00", "US-REGF-AFTER-CONVERSATION"));
    example(28, () -> refused(talkedOnAugust14(), CALL, "2026-08-17T10:00", "US-REGF-AFTER-CONVERSATION"));
    example(29, () -> refused(talkedOnAugust14(), CALL, "2026-08-18T10:00", "US-REGF-AFTER-CONVERSATION"));
    example(30, () -> {
      var someone = american().talked("2026-04-03T10:00");
      refused(someone, CALL, "2026-04-06T10:00", "US-REGF-AFTER-CONVERSATION");
      allowed(someone.consented("2026-04-03T10:00"), CALL, "2026-04-06T10:00");
    });
    example(31, () -> {
      var someone = american().talked("2026-04-03T10:00").consented("2026-04-03T10:00").talked("2026-04-06T10:00");
      refused(someone, CALL, "2026-04-08T10:00", "US-REGF-AFTER-CONVERSATION");
      allowed(someone.consented("2026-04-06T10:00"), CALL, "2026-04-08T10:00");
    });
    example(32, () -> {
      var someone = american()
          .called("2026-06-01T10:00", "2026-06-02T10:00", "2026-06-03T10:00")
          .wasWritten(EMAIL, "2026-06-03T11:00").wrote(EMAIL, "2026-06-04T10:00").consented("2026-06-04T10:00")
          .called("2026-06-08T09:00", "2026-06-08T12:00", "2026-06-08T15:00", "2026-06-09T09:00", "2026-06-09T12:00")
          .called("2026-06-09T15:00", "2026-06-10T09:00");
      allowed(someone, CALL, "2026-06-10T12:00");
      someone.called("2026-06-10T12:00");
      for (int call = 0; call < 7; call++) {
        allowed(someone, CALL, "2026-06-11T1" + call + ":00");
        someone.called("2026-06-11T1" + call + ":00");
      }
      refused(someone, CALL, "2026-06-11T18:00", "US-REGF-SEVEN-CALLS");
    });
    example(33, () -> {
      var someone = american().talked("2026-06-01T10:00", DEBT, OTHER_DEBT);
      refused(someone.asked(OTHER_DEBT), CALL, "2026-06-02T10:00", "US-REGF-AFTER-CONVERSATION");
      refused(someone.asked(DEBT), CALL, "2026-06-02T10:00", "US-REGF-AFTER-CONVERSATION");
    });
    example(34, () -> {
      var someone = american();
      for (var debt : List.of(DEBT, OTHER_DEBT, new UUID(7, 3))) {
        for (int day = 1; day <= 7; day++) {
          allowed(someone.asked(debt), CALL, "2026-06-0" + day + "T10:00");
          someone.calledAbout(debt, "2026-06-0" + day + "T10:00");
        }
        refused(someone, CALL, "2026-06-07T11:00", "US-REGF-SEVEN-CALLS");
      }
    });
    example(35, () -> {
      var someone = american().leftMessage("2026-06-07T10:00")
          .called("2026-06-01T10:00", "2026-06-02T10:00", "2026-06-03T10:00", "2026-06-04T10:00", "2026-06-05T10:00",
              "2026-06-06T10:00");
      refused(someone, CALL, "2026-06-07T11:00", "US-REGF-SEVEN-CALLS");
      allowed(someone.asked(OTHER_DEBT), CALL, "2026-06-07T11:00");
    });
    example(36, () -> {
      var someone = american().talked("2026-11-09T10:00", DEBT);
      refused(someone, CALL, "2026-11-10T10:00", "US-REGF-AFTER-CONVERSATION");
      allowed(someone.asked(OTHER_DEBT), CALL, "2026-11-10T10:00");
    });
    example(37, () -> {
      var someone = american().talked("2026-11-09T10:00", DEBT, OTHER_DEBT);
      refused(someone.asked(OTHER_DEBT), CALL, "2026-11-10T10:00", "US-REGF-AFTER-CONVERSATION");
      next(someone, CALL, "2026-11-10T10:00", "2026-11-16T08:00");
    });
    example(38, () -> {
      var someone = american().called("2026-11-09T10:00", "2026-11-11T10:00")
          .calledAbout(OTHER_DEBT, "2026-11-09T11:00", "2026-11-10T11:00", "2026-11-11T11:00", "2026-11-11T12:00")
          .talked("2026-11-12T10:00", DEBT);
      refused(someone, CALL, "2026-11-13T10:00", "US-REGF-AFTER-CONVERSATION");
      allowed(someone.asked(OTHER_DEBT), CALL, "2026-11-13T10:00");
    });
    example(39, () -> {
      var someone = american().talked("2026-11-09T10:00", DEBT, OTHER_DEBT);
      refused(someone.asked(DEBT), CALL, "2026-11-10T10:00", "US-REGF-AFTER-CONVERSATION");
      refused(someone.asked(OTHER_DEBT), CALL, "2026-11-10T10:00", "US-REGF-AFTER-CONVERSATION");
    });
    // Loans under one account number are one debt: one case.
    example(40, () -> {
      refused(sevenCallsFromApril1(), CALL, "2026-04-07T20:00", "US-REGF-SEVEN-CALLS");
      next(american().talked("2026-04-01T10:00"), CALL, "2026-04-02T10:00", "2026-04-08T08:00");
    });
    example(41, () -> {
      var someone = american().saidStop(Stop.by(american().instant("2026-06-01T10:00"), CALL));
      refused(someone, CALL, "2026-06-02T10:00", "US-REGF-MEDIUM");
      allowed(someone, EMAIL, "2026-06-02T10:00");
    });
    example(42, () -> {
      var at = american().instant("2026-06-01T10:00");
      var someone = american().saidStop(new Stop(at, Set.of(EMAIL), Optional.empty(), Optional.of("a@example.org")));
      refused(Someone.byLaw(someone, Reach.by(EMAIL).to("a@example.org"), Purpose.CHASE, "2026-06-02T10:00"), "US-REGF-MEDIUM");
      var other = Someone.byLaw(someone, Reach.by(EMAIL).to("b@example.org"), Purpose.CHASE, "2026-06-02T10:00");
      assertThat(other).isInstanceOf(Allowed.class);
    });
  }

  private static void replies(Someone someone, Channel channel, String local) {
    assertThat(Someone.byLaw(someone, Reach.by(channel), Purpose.REPLY, local)).isInstanceOf(Allowed.class);
  }

  private static void refusesReply(Someone someone, Channel channel, String local, String rule) {
    refused(Someone.byLaw(someone, Reach.by(channel), Purpose.REPLY, local), rule);
  }

  /** What no number forbids and yet harasses cannot happen: the house lets one contact a day through. */
  private static void onlyOneADay(Someone someone, Channel channel) {
    var answer = Someone.withHouse(someone, channel, "2026-06-03T12:00");
    refused(answer, "HOUSE-ONE-A-DAY");
    assertThat(((Refused) answer).nextAllowed()).contains(someone.instant("2026-06-04T08:00"));
  }

  @TestFactory
  Stream<DynamicTest> theOfficialExampleIsDecidedAsStated() {
    return decided.entrySet().stream().map(each -> DynamicTest.dynamicTest("example " + each.getKey(), each.getValue()));
  }

  @Test
  void everyExampleIsDecidedOrNamedWithTheReason() {
    assertThat(decided).hasSize(42).doesNotContainKeys(NOT_DECIDED_HERE.keySet().toArray(Integer[]::new));
    assertThat(decided.size() + NOT_DECIDED_HERE.size()).isEqualTo(49);
  }

  /** The numbers above are those of the list; its rows begin with the section and name what the tests play. */
  @Test
  void theListIsTheOneThatTheNumbersCount() throws IOException {
    var file = SharedFiles.find("data/tone/reg-f-contact-examples.csv");
    assumeTrue(file.isPresent(), "skipped: no shared folder beside this checkout, so the list was not compared");
    var rows = rows(Files.readString(file.orElseThrow(), StandardCharsets.UTF_8));
    assertThat(rows).hasSize(49);
    assertThat(rows.get(9)).contains("Eastern time zone and a residential address in the Pacific");
    assertThat(rows.get(12)).contains("on August 3").contains("August 6");
    assertThat(rows.get(19)).contains("Thursday, August 13");
    assertThat(rows.get(24)).contains("prior to Friday, August 21");
    assertThat(rows.get(31)).contains("eight unanswered telephone calls");
    assertThat(rows.get(40)).contains("stop calling");
    NOT_DECIDED_HERE.keySet().forEach(number -> assertThat(rows.get(number - 1)).containsPattern(
        "opt|third party|social media|consumer reporting agency|validation notice|likely"
            + "|undeliverability|Modifications"));
  }

  private static List<String> rows(String csv) {
    var row = Pattern.compile("(?m)^(?:\"[^\"]*\"|[^,\"\n]*),(\"(?:[^\"]|\"\")*\"|[^\"\n]*)$");
    return row.matcher(csv).results().map(found -> found.group(1)).skip(1).toList();
  }
}
