package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cycle.DailyCycle;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** "It went out on Thursday", said on the phone or in a reply: written down, awaited, and asked about when it does not come. */
@Tag("P30")
@Tag("P34")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SentPaymentsTest {
  private Desk desk;
  private People.Admitted anna;
  private String address;

  @BeforeAll
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    anna = desk.person("anna", Role.COLLECTOR);
    address = "/cases/" + desk.portfolio.caseOf("Hotel Seeblick GmbH");
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private String one(String query) {
    return String.join(",", desk.database.ask(sql -> sql.fetch(query)).stream().map(row -> row.intoList().toString()).toList());
  }

  @Test
  @Order(1)
  void itIsWrittenDownOnceAndKeepsRemindersAwayForItsBankDays() {
    var told = Map.of("amount", "400", "on", "2026-11-19", "way", "TRANSFER", "words", "It went out on Thursday.");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post(address, address + "/sent-payments", told);
      visitor.post(address, address + "/sent-payments", told);
      var page = Jsoup.parse(visitor.get(address).body()).body().text();
      assertThat(page).contains("The payment is awaited.", "the debtor says that 400.00 EUR was sent on");
      visitor.post(address, address + "/sent-payments", Map.of("amount", "400", "on", "2026-11-23", "way", "TRANSFER"));
      assertThat(visitor.get(address).body()).as("not sent yet").contains("A payment that was sent was sent within the last 60 days");
    }
    assertThat(one("select amount, own_words, awaited_until, told_by from agreements.payment_notice")).as("Friday, three bank days, from the day on which it was told").isEqualTo("[40000, It went out on Thursday., 2026-11-25, person:anna]");
    var program = Program.of(desk, anna.person());
    assertThat(program.get("/api/v1" + address + "/sent-payments").response().body()).contains("\"amount\":\"400.00\"", "\"awaitedUntil\":\"2026-11-25\"");
  }

  @Test
  @Order(2)
  void whatDidNotComeIsAskedAboutByTheRunOfTheNextDayAndHeldAgainstNobody() {
    desk.application.getBean(DailyCycle.class).run(LocalDate.of(2026, 11, 26));
    assertThat(one("select outcome from agreements.payment_notice")).isEqualTo("[not_seen]");
    assertThat(one("select why from cases.task where done_on is null and why like 'ask about%'")).contains("ask about 400.00 EUR: the debtor says that it was sent on 2026-11-19");
    assertThat(one("select count(*) from agreements.promise where outcome = 'broken' and debtor_id = (select id from parties.debtor where name = 'Hotel Seeblick GmbH')")).isEqualTo("[0]");
  }
}
