package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Recorded;
import io.duly.doctor.Examined;
import io.duly.payments.Contract;
import io.duly.payments.Contracts;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

/** "Pay now" at the portal, without JavaScript: to the page of the provider, and back, and it is paid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("P01")
@Tag("P23")
class PortalPaysTest {
  private static final String HOTEL = "Hotel Seeblick GmbH";
  private DebtorsDoor door;
  private Visitor hotel;

  @BeforeAll
  void open() {
    door = new DebtorsDoor("duly.payments.fake=true");
    door.send();
    hotel = door.in(door.link(door.one("select email from parties.debtor where name = ?", HOTEL)));
    hotel.post("/d", "/d/language", Map.of("in", "en"));
  }

  @AfterAll
  void close() {
    hotel.close();
    door.close();
  }

  private void contract(Contract.Kind kind, Optional<String> url) {
    var application = door.desk.application;
    var one = new Contract(door.desk.portfolio.creditor(Portfolio.NORDWIND), "demo1", kind, url, Duration.ofDays(3));
    application.getBean(DSLContext.class).transaction(tx ->
        application.getBean(Contracts.class).set(tx.dsl(), one, Recorded.by(Recorded.DULY, Portfolio.TODAY, application.getBean(Clock.class).instant())));
  }

  private String press(String what) {
    return hotel.post("/d", "/d/pay", Map.of("currency", "EUR", "what", what)).headers().firstValue("Location").orElse("");
  }

  private String home() {
    return Jsoup.parse(hotel.get("/d").body()).text().replace('\u00A0', ' ');
  }

  @Test
  @Order(1)
  void whereNobodyTakesPaymentsThereIsNoButtonAndNothingIsTaken() {
    assertThat(Jsoup.parse(hotel.get("/d").body()).select("form[action=/d/pay]")).isEmpty();
    assertThat(home()).contains("Pay now");
    assertThat(press("all")).isEqualTo("/d?told=later");
  }

  @Test
  @Order(2)
  void whereTheProviderDoesNotAnswerThatIsSaid() {
    contract(Contract.Kind.SIGNED, Optional.of("http://127.0.0.1:1/"));
    assertThat(press("all")).isEqualTo("/d?told=later");
    assertThat(Jsoup.parse(hotel.get("/d?told=later").body()).select("p[role=status]").text()).contains("Nothing was taken");
  }

  @Test
  @Order(3)
  void pressedThriceItIsOneLinkAndLeadsToTheProvidersPage() throws Exception {
    contract(Contract.Kind.FAKE, Optional.empty());
    Callable<String> click = () -> press("all");
    try (var hands = Executors.newFixedThreadPool(3)) {
      var ways = hands.invokeAll(IntStream.range(0, 3).mapToObj(_ -> click).toList());
      assertThat(ways.get(0).get()).startsWith("/d/pay/").isEqualTo(ways.get(1).get()).isEqualTo(ways.get(2).get());
    }
    var page = Jsoup.parse(hotel.get(press("all")).body());
    assertThat(page.select("meta[http-equiv=refresh]").attr("content")).startsWith("0;url=/fake-payments/");
    assertThat(page.select("a.primary").attr("href")).startsWith("/fake-payments/");
    assertThat(page.text().replace('\u00A0', ' ')).contains("€862.40");
    assertThat(door.one("select count(*) from payments.payment_link where state = 'open'")).isEqualTo("1");
    assertThat(door.one("select count(*) from journal.entry where kind = 'payment-link-made' and actor = 'debtor:portal'")).isEqualTo("1");
  }

  @Test
  @Order(4)
  void anotherDebtorsLinkIsNotThereAndNeitherIsAStrangersVisit() {
    door.desk.database.execute(
        """
        insert into payments.payment_link (id, creditor_id, debtor_id, case_id, provider, currency, amount, invoice_ids, made_on, made_at, made_by, expires_at, state, reference, address)
          select '00000000-0000-0000-0000-0000000000e1', creditor_id, debtor_id, id, 'demo1', currency, 100, array[gen_random_uuid()], '2026-11-20', now(), 'duly', now() + interval '1 year', 'open', 'x1', 'https://x.example/'
            from cases.recovery_case where debtor_id <> (select id from parties.debtor where name = 'Hotel Seeblick GmbH') limit 1
        """);
    var other = "/d/pay/00000000-0000-0000-0000-0000000000e1";
    assertThat(hotel.get(other).statusCode()).isEqualTo(404);
    assertThat(hotel.get("/d/pay/" + UUID.randomUUID()).body()).isEqualTo(hotel.get(other).body());
    try (var stranger = door.visitor()) {
      assertThat(stranger.get(other).headers().firstValue("Location").orElse("")).endsWith("/d/over");
    }
    door.desk.database.execute("delete from payments.payment_link where reference = 'x1'");
  }

  @Test
  @Order(5)
  void paidThereItIsPaidHere() {
    var fake = Jsoup.parse(hotel.get(press("all")).body()).select("a.primary").attr("href");
    assertThat(hotel.get(fake).body()).contains("862.40 EUR", "<button>Pay</button>");
    var back = hotel.postWithToken(fake, "", Map.of());
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("Location").orElse("")).isEqualTo("http://portal.example/d?told=paying");
    var page = Jsoup.parse(hotel.get("/d?told=paying").body());
    assertThat(page.select("p[role=status]").text()).contains("Thank you.");
    assertThat(page.text()).contains("All is paid. Thank you very much.");
    assertThat(page.select("form[action=/d/pay]")).isEmpty();
    assertThat(door.one("select r.amount, r.kind from ledger.receipt r join parties.debtor d on d.id = r.debtor_id where d.name = ?", HOTEL)).isEqualTo("86240,provider");
    hotel.postWithToken(fake, "", Map.of());
    assertThat(door.one("select count(*) from ledger.receipt where kind = 'provider'")).as("pressed again").isEqualTo("1");
    assertThat(Examined.complaints(door.desk.database)).noneMatch(one -> one.startsWith("online-") || one.startsWith("receipt-") || one.startsWith("posting-"));
  }
}
