package io.duly.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.IdSource;
import io.duly.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksTest {
  private static final String GOOD = "a sentence of my own";

  private TestDatabase database;
  private ConfigurableApplicationContext application;
  private People people;
  private Instant now = Instant.parse("2026-11-20T09:00:00Z");
  private Links links;
  private Person admin;
  private String firstSecret = "";

  @BeforeAll
  void open() {
    database = TestDatabase.fresh();
    application = database.application("spring.main.lazy-initialization=true");
    people = application.getBean(People.class);
    InstantSource clock = () -> now;
    links = new Links(application.getBean(DSLContext.class), people, application.getBean(Changes.class), IdSource.of(clock), clock);
    var first = links.admitFirst().orElseThrow();
    firstSecret = first.secret();
    admin = first.person();
  }

  @AfterAll
  void close() {
    application.close();
    database.close();
  }

  private SignIns.Attempt signIn(String login, String password) {
    return application.getBean(SignIns.class).attempt(login, password, "");
  }

  private Links.Link admitted(String login) {
    return links.admit(login, "Somebody", Role.COLLECTOR, Optional.empty(), By.shell("root"));
  }

  @Test
  void theFirstStartMakesAnAdministratorWithoutAPasswordAndOnlyTheFirst() {
    assertThat(admin.role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(signIn("admin", "")).isInstanceOf(SignIns.Refused.class);
    assertThat(signIn("admin", "admin")).isInstanceOf(SignIns.Refused.class);
    assertThat(links.admitFirst()).isEmpty();
  }

  @Test
  void whatALinkHoldsIsInNoTable() {
    var rows = database.ask(dsl -> dsl.fetch("select l::text as line from identity.link l union all select c::text from identity.change c").into(String.class));
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(firstSecret));
    assertThat(firstSecret.getBytes(StandardCharsets.UTF_8)).hasSize(43);
  }

  @Test
  void aLinkIsGoodOnce() {
    var link = admitted("anna");
    assertThat(links.holder(link.secret())).contains(link.person());
    assertThat(links.choose(link.secret(), GOOD, "10.0.0.1")).isEqualTo(new Links.Chosen(link.person()));
    assertThat(signIn("anna", GOOD)).isInstanceOf(SignIns.Admitted.class);
    assertThat(links.holder(link.secret())).isEmpty();
    assertThat(links.choose(link.secret(), "another sentence", "")).isInstanceOf(Links.NoLonger.class);
    assertThat(signIn("anna", GOOD)).isInstanceOf(SignIns.Admitted.class);
  }

  @Test
  void ofManyWhoUseALinkAtTheSameTimeOneChooses() throws Exception {
    var link = admitted("ada");
    try (var hands = Executors.newFixedThreadPool(4)) {
      var tries = IntStream.range(0, 4).mapToObj(nth -> hands.submit(() -> application.getBean(Links.class).choose(link.secret(), GOOD + nth, ""))).toList();
      int chosen = 0;
      for (var one : tries) {
        chosen += one.get() instanceof Links.Chosen ? 1 : 0;
      }
      assertThat(chosen).isEqualTo(1);
    }
  }

  @Test
  void aLinkExpires() {
    var link = admitted("ben");
    now = now.plus(Links.GOOD_FOR);
    assertThat(links.holder(link.secret())).isEmpty();
    assertThat(links.choose(link.secret(), GOOD, "")).isInstanceOf(Links.NoLonger.class);
  }

  @Test
  void aNewLinkEndsTheOneBeforeAndThePasswordStaysUntilAnotherIsChosen() {
    var first = admitted("carla");
    links.choose(first.secret(), GOOD, "");
    var second = links.make(first.person(), By.DULY);
    var third = links.make(first.person(), By.DULY);
    assertThat(links.holder(second.secret())).isEmpty();
    assertThat(signIn("carla", GOOD)).isInstanceOf(SignIns.Admitted.class);
    links.choose(third.secret(), "quite another one", "");
    assertThat(signIn("carla", GOOD)).isInstanceOf(SignIns.Refused.class);
  }

  @Test
  void whoIsShutOutChoosesNothing() {
    var link = admitted("dora");
    people.shutOut(link.person().id());
    assertThat(links.choose(link.secret(), GOOD, "")).isInstanceOf(Links.NoLonger.class);
  }

  @Test
  void aBadPasswordDoesNotUseTheLinkUp() {
    var link = admitted("emil");
    assertThat(links.choose(link.secret(), "short", "")).isEqualTo(new Links.NotGood(PasswordRules.Flaw.TOO_SHORT));
    assertThat(links.choose(link.secret(), GOOD, "")).isInstanceOf(Links.Chosen.class);
  }

  @Test
  void aNewPasswordOpensALockedLoginAndAnAccentIsTheSameHoweverItIsTyped() {
    var link = admitted("fay");
    for (int failure = 0; failure < SignIns.ALLOWED_FAILURES; failure++) {
      signIn("fay", "wrong");
    }
    assertThat(signIn("fay", GOOD)).isInstanceOf(SignIns.Locked.class);
    application.getBean(Links.class).choose(link.secret(), "caf\u00e9 au lait, bien chaud", "");
    assertThat(signIn("fay", "cafe\u0301 au lait, bien chaud")).isInstanceOf(SignIns.Admitted.class);
  }

  @Test
  void whatWasDoneIsRecordedWithWhoDidItAndWhereFrom() {
    var link = admitted("gil");
    links.choose(link.secret(), GOOD, "10.0.0.9");
    assertThat(application.getBean(Changes.class).of(link.person().id(), 10).stream().map(one -> one.what() + " " + one.by().actor() + " " + one.by().address()))
        .containsExactly("password-chosen person:gil 10.0.0.9", "link-made shell:root ", "added shell:root ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "elevenchars | TOO_SHORT", "password1234 | GUESSED", "PASSWORD1234 | GUESSED", "123456789012 | GUESSED", "aaaaaaaaaaaaaa | GUESSED",
    "annaanna1234 | GUESSED", "twelve chars | none", "only lower case letters | none", "\u65e5\u672c\u8a9e\u306e\u9577\u3044\u6587\u7ae0\u306f\u826f\u3044\u3067\u3059 | none"
  })
  void aPasswordIsLongAndNotAmongTheFirstThatSomebodyWouldTry(String password, String flaw) {
    assertThat(PasswordRules.flaw(password, "anna").map(Enum::name).orElse("none")).isEqualTo(flaw);
  }
}
