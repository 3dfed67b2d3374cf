package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.agreements.PaymentNotices;
import io.duly.cases.Recorded;
import io.duly.doctor.Examined;
import io.duly.identity.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A debtor at midnight: the link of a message, a code, what is owed and how to pay, and "I have sent it". One evening, in its order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("P19")
@Tag("P30")
class PortalTest {
  private DebtorsDoor door;
  private Visitor hotel;
  private String link;
  private String address;
  private List<String> complaints;

  @BeforeAll
  void open() {
    door = new DebtorsDoor();
    door.send();
    address = door.one("select email from parties.debtor where name = 'Hotel Seeblick GmbH'");
    complaints = Examined.complaints(door.desk.database);
  }

  private String invited(String what) {
    return door.one("select " + what + " from portal.invitation i join parties.debtor d on d.id = i.debtor_id where d.email = ?", address);
  }

  @AfterAll
  void close() {
    if (hotel != null) {
      hotel.close();
    }
    door.close();
  }

  @Test
  @Order(1)
  void theMessageCarriesAWayInOfWhichOnlyTheHashIsKept() {
    link = door.link(address);
    assertThat(door.mail.arrived().stream().filter(one -> one.to().contains(address)).findFirst().orElseThrow().text()).contains("See your invoices, how to pay");
    assertThat(invited("channel, asked_for, opened_at is null")).isEqualTo("email,false,true");
    assertThat(door.one("select count(*) from portal.invitation where encode(token_hash, 'escape') like ?", "%" + link.substring(3) + "%")).isEqualTo("0");
    assertThat(door.one("select convert_from(d.bytes, 'UTF8') from correspondence.attempt a join journal.document d on d.sha256 = a.document where a.recipient = ?", address).replace("=\r\n", ""))
        .as("what is archived is what left").contains(link.substring(1));
  }

  @Test
  @Order(2)
  void nothingOfTheDebtIsShownBeforeACode() {
    try (var program = door.visitor()) {
      var page = program.get(link, "Accept-Language", "de");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(Jsoup.parse(page.body()).text()).contains("Code senden").doesNotContain("Seeblick", "Nordwind", "862", "RE-10842", "Rechnung");
      assertThat(program.get("/d").headers().firstValue("Location").orElse("")).endsWith("/d/over");
      assertThat(invited("opened_at is null")).as("a program that checks links uses nothing up").isEqualTo("true");
    }
  }

  @Test
  @Order(3)
  void aCodeGoesToTheKnownAddressAndLetsInWhoShowsIt() {
    hotel = door.visitor();
    var mails = door.mail.arrived();
    var code = door.askForACode(hotel, link);
    assertThat(door.mail.next(mails).to()).contains(address);
    assertThat(door.mail.next(mails).text()).doesNotContain("862", "RE-10842");
    assertThat(Jsoup.parse(hotel.post("/d/code", "/d/code", Map.of("code", code.equals("000000") ? "000001" : "000000")).body()).select("[role=alert]").text()).contains("not the code");
    var before = hotel.get("/d/code").headers();
    var let = hotel.post("/d/code", "/d/code", Map.of("code", code.substring(0, 3) + " " + code.substring(3)));
    assertThat(let.statusCode()).isEqualTo(303);
    assertThat(let.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax", "Path=/d").isNotEqualTo(before.firstValue("Set-Cookie").orElse(""));
    assertThat(door.one("select string_agg(kind, ' ' order by seq) from journal.entry where kind like 'portal%'")).isEqualTo("portal-code-sent portal-opened");
    assertThat(door.one("select count(*) from journal.entry where summary || body like ?", "%" + code + "%")).isEqualTo("0");
  }

  @Test
  @Order(4)
  void theDebtorSeesWhatIsOpenAndHowToPay() {
    hotel.post("/d", "/d/language", Map.of("in", "de"));
    var page = Jsoup.parse(hotel.get("/d").body());
    var text = page.text().replace('\u00A0', ' ');
    assertThat(text).contains("Sie haben eine offene Rechnung bei Nordwind Handels GmbH.", "RE-10842", "862,40 €", "DE02 1203 0000 0000 2020 51", "Ada Lindqvist");
    assertThat(page.select("svg.qr path").attr("d")).as("a SEPA code").startsWith("M4 4h7");
    assertThat(page.select("script")).isEmpty();
    hotel.post("/d", "/d/language", Map.of("in", "es"));
    assertThat(Jsoup.parse(hotel.get("/d").body()).select("html").attr("lang")).isEqualTo("es");
    hotel.post("/d", "/d/language", Map.of("in", "en"));
  }

  @Test
  @Order(5)
  void iHaveSentItIsAwaitedAndKeepsRemindersAwayAndSaidTwiceItIsSaidOnce() {
    var fields = Map.of("amount", "862.40", "on", "2026-11-20", "way", "transfer", "words", "Sent on Friday, sorry it was late.");
    assertThat(hotel.post("/d/sent", "/d/sent", fields).headers().firstValue("Location").orElse("")).isEqualTo("/d?told=sent");
    hotel.post("/d/sent", "/d/sent", fields);
    assertThat(door.one("select amount, sent_on, awaited_until, own_words from agreements.payment_notice")).isEqualTo("86240,2026-11-20,2026-11-25,Sent on Friday, sorry it was late.");
    assertThat(door.one("select kind, until, placed_by from cases.hold where lifted_on is null and why like '%was sent%'")).isEqualTo("verification,2026-11-25,debtor:portal");
    assertThat(door.one("select actor, summary from journal.entry where kind = 'payment-told'"))
        .isEqualTo("debtor:portal,Says that 862.40 EUR was sent on 2026-11-20 (transfer); awaited until 2026-11-25: Sent on Friday, sorry it was late.");
    var text = Jsoup.parse(hotel.get("/d?told=sent").body()).text().replace('\u00A0', ' ');
    assertThat(text).contains("Thank you, we have noted it.", "We look out for it until 25 November 2026. Until then you get no reminder.");
  }

  @Test
  @Order(6)
  void whatIsNoAmountOrNoDayIsSaidAndNothingTypedIsLost() {
    var page = Jsoup.parse(hotel.post("/d/sent", "/d/sent", Map.of("amount", "a lot", "on", "2026-11-20", "words", "<b>soon</b>")).body());
    assertThat(page.select("[role=alert]").text()).contains("look at the amount");
    assertThat(page.select("textarea").text()).isEqualTo("<b>soon</b>");
    assertThat(hotel.post("/d/sent", "/d/sent", Map.of("amount", "5", "on", "2027-01-01")).statusCode()).isEqualTo(422);
    assertThat(door.one("select count(*) from agreements.payment_notice")).isEqualTo("1");
  }

  @Test
  @Order(7)
  void theWordsStandInTheJournalOfTheDesk() {
    try (var desk = new Visitor(door.desk).signedInAs(door.desk.person("mia", Role.MANAGER))) {
      var page = desk.get("/cases/" + door.desk.portfolio.caseOf("Hotel Seeblick GmbH")).body();
      assertThat(Jsoup.parse(page).text()).contains("Sent on Friday, sorry it was late.");
    }
  }

  @Test
  @Order(8)
  void whatDidNotComeInTimeIsAskedAboutByAPersonOnce() {
    var notices = door.desk.application.getBean(PaymentNotices.class);
    var dsl = door.desk.application.getBean(DSLContext.class);
    look(notices, dsl, LocalDate.of(2026, 11, 25));
    assertThat(door.one("select outcome from agreements.payment_notice")).as("still awaited on its last day").isEqualTo("null");
    look(notices, dsl, LocalDate.of(2026, 11, 26));
    look(notices, dsl, LocalDate.of(2026, 11, 26));
    assertThat(door.one("select outcome from agreements.payment_notice")).isEqualTo("not_seen");
    assertThat(door.one("select kind, why from cases.task where why like 'ask about%'"))
        .isEqualTo("review,ask about 862.40 EUR: the debtor says that it was sent on 2026-11-20, and it was not seen by 2026-11-25");
    assertThat(door.one("select lifted_why from cases.hold where why like '%was sent%'")).isEqualTo("the payment was awaited until 2026-11-25 and was not seen");
  }

  private static void look(PaymentNotices notices, DSLContext dsl, LocalDate day) {
    dsl.transaction(tx -> notices.look(tx.dsl(), day, Recorded.by(Recorded.DULY, day, Instant.now().plusSeconds(86_400 * 365L))));
  }

  @Test
  @Order(9)
  void whoLeavesIsGone() {
    hotel.post("/d", "/d/leaving", Map.of());
    assertThat(hotel.get("/d").headers().firstValue("Location").orElse("")).endsWith("/d/over");
    assertThat(door.one("select count(*) from portal.visit")).isEqualTo("0");
    assertThat(hotel.get("/d/over?left").body()).contains("Goodbye");
  }

  @Test
  @Order(10)
  void theDoctorFindsNothingThatWasNotThereBefore() {
    assertThat(Examined.complaints(door.desk.database)).isEqualTo(complaints);
  }
}
