package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.doctor.Examined;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two weeks of a collector, from the first list to the last evening, played in a browser; after each day it is asked what the
 * database then holds. A day that fails takes the later ones with it: they build on it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenDaysOfACollectorTest {
  private CollectorsDays days;

  @BeforeAll
  void open() {
    days = new CollectorsDays();
  }

  @AfterAll
  void close() {
    if (days != null) {
      days.close();
    }
  }

  @AfterEach
  void noPageComplainedAndTheDoctorFindsNothing() {
    assertThat(days.chromium.complaints.stream().filter(text -> !text.startsWith("Failed to load resource: the server responded with a status of 403"))).isEmpty();
    assertThat(Examined.complaints(days.desk.database)).isEmpty();
  }

  @Test
  @Order(1)
  @Tag("P03")
  @Tag("P40")
  void onMondayTheListIsTakenInMendedAndTheFirstRemindersGo() {
    new FirstMonday(days).takenInMendedAndReminded();
  }

  @Test
  @Order(2)
  @Tag("P10")
  @Tag("P13")
  void onTuesdayTwoPromiseOneIsSomebodyElseAndOneIsLeftAMessage() {
    new FirstTalks(days).twoPromiseOneIsSomebodyElseAndOneIsLeftAMessage();
  }

  @Test
  @Order(3)
  @Tag("P15")
  @Tag("P18")
  @Tag("P12")
  void onWednesdayOneShoutsOneWantsACopyAndOneMessageNeedsAManagersYes() {
    new FirstTalks(days).oneShoutsOneWantsACopyAndOneMessageNeedsAYes();
  }

  @Test
  @Order(4)
  @Tag("P26")
  @Tag("P33")
  void onThursdayOneDisputesAPartTheCopyGoesAndACaseIsHandedOver() {
    new EndOfTheFirstWeek(days).oneDisputesAPartTheCopyGoesAndACaseIsHandedOver();
  }

  @Test
  @Order(5)
  @Tag("P34")
  void onFridayThePromisedMoneyIsThereAndTheOneWhoShoutedIsCalledAsAgreed() {
    new EndOfTheFirstWeek(days).theMoneyIsThereAndWhoShoutedIsCalled();
  }

  @Test
  @Order(6)
  @Tag("P34")
  @Tag("P09")
  void onTheSecondMondayAPromiseIsBrokenAndTheCarrierSaysThatTheyAreRight() {
    new SecondMonday(days).aPromiseIsBrokenAndTheCarrierSaysThatTheyAreRight();
  }

  @Test
  @Order(7)
  @Tag("P40")
  void onTuesdayTheClientLooksAndASecondCollectorIsSeenInACase() {
    new SecondMonday(days).theClientLooksAndASecondCollectorIsSeen();
  }

  @Test
  @Order(8)
  @Tag("P08")
  void onWednesdayMoneyWithASlipOfThePenIsFoundAndAllocatedByHand() {
    new LastDays(days).moneyWithASlipOfThePenIsAllocatedByHand();
  }

  @Test
  @Order(9)
  @Tag("P13")
  void onThursdayOneWantsLettersOnlyAndAManagerTakesACaseOver() {
    new LastDays(days).oneWantsLettersOnlyAndAManagerTakesACaseOver();
  }

  @Test
  @Order(10)
  @Tag("P33")
  void onTheLastFridayThePromisesAreKeptAndTheFileIsComplete() {
    new LastDays(days).promisesAreKeptAndTheFileIsComplete();
  }

  @Test
  @Order(11)
  void everyPageOfTheDeskIsAccessibleInBothThemesAndFitsAPhone() {
    new EveryPageOfTheDesk(days).areAccessibleAndFitAPhone();
  }
}
