package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The stories of docs/stories.md, played from outside at one desk, one after the other: each begins on the Monday after the last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoriesTest {
  private Company company;
  private TheyWereTold told;

  @BeforeAll
  void open() {
    company = new Company();
    told = new TheyWereTold(company);
  }

  @AfterAll
  void close() {
    if (company != null) {
      company.close();
    }
  }

  @AfterEach
  void theDoctorFindsNothing() {
    company.isWhole();
  }

  @Test
  @Order(2)
  @Tag("P26")
  void theCarrierLostTwoPallets() {
    new CarriersFault(company).play();
  }

  @Test
  @Order(3)
  @Tag("P09")
  void weSentAnInvoiceTwice() {
    new OurMistake(company).play();
  }

  @Test
  @Order(3)
  @Tag("P26")
  void weAnswerWhatTheyContest() {
    new OurAnswer(company).play();
  }

  @Test
  @Order(4)
  @Tag("P22")
  void theyAreRemindedAndTalkedTo() {
    told.tell();
  }

  @Test
  @Order(5)
  @Tag("P10")
  void theNumberIsSomebodyElses() {
    new WrongPerson(company).play();
  }

  @Test
  @Order(5)
  @Tag("P15")
  void somebodyShouts() {
    new Shouting(company).play();
  }

  @Test
  @Order(6)
  @Tag("P13")
  void threeMessagesMeetOnOneDayAndOneGoes() {
    new ThreeInOneDay(company).play();
  }

  @Test
  @Order(9)
  @Tag("P36")
  void theyAnswerNothing() {
    new SilentCustomer(company).play();
  }

  @Test
  @Order(10)
  @Tag("P13")
  void theyWantLettersOnlyAndNotToTheirWorkplace() {
    new WriteOnly(company).play();
  }

  @Test
  @Order(11)
  @Tag("P17")
  void theOwnerIsIll() {
    new TheOwnerIsIll(company).play();
  }

  @Test
  @Order(12)
  @Tag("P11")
  void theyAreCustomersOfTenYearsAndPayLate() {
    new GoodCustomer(company).play();
  }

  @Test
  @Order(13)
  @Tag("I6")
  void theServerWasOffOverALongWeekend() {
    new LongWeekend(company).play();
  }

  @Test
  @Order(20)
  @Tag("P08")
  void theyPaidYesterday() {
    new PaidYesterday(company).play();
  }

  @Test
  @Order(21)
  @Tag("P29")
  void thereIsNoHopeOfAllAndTheySettleInTime() {
    new NoHopeOfAll(company, "Larkspur Mills Ltd", "801", "larkspur.example", true).play();
  }

  @Test
  @Order(22)
  @Tag("P29")
  void theySettleAndTheMoneyComesTooLate() {
    new NoHopeOfAll(company, "Fennel and Rye Ltd", "802", "fennel.example", false).play();
  }

  @Test
  @Order(30)
  @Tag("P25")
  void aYearLaterTheFileProvesThatTheyWereTold() throws IOException, InterruptedException {
    told.aYearLater();
    assertThat(company.command("journal", "verify").exitCode()).isZero();
  }
}
