package io.duly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.kernel.IdSource;
import io.duly.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInsTest {
  private TestDatabase database;
  private ConfigurableApplicationContext application;
  private People people;
  private Instant now = Instant.parse("2026-11-20T09:00:00Z");

  @BeforeAll
  void open() {
    database = TestDatabase.fresh();
    application = database.application("spring.main.lazy-initialization=true");
    InstantSource clock = () -> now;
    people = new People(application.getBean(DSLContext.class), IdSource.of(clock), application.getBean(Passwords.class), application.getBean(Changes.class), application.getBean(Sessions.class), clock);
  }

  @AfterAll
  void close() {
    application.close();
    database.close();
  }

  private SignIns signIns() {
    InstantSource clock = () -> now;
    return new SignIns(
        application.getBean(DSLContext.class), people, application.getBean(Passwords.class), IdSource.of(clock), clock);
  }

  private People.Admitted admitted(String login) {
    return people.admit(login, "Somebody", Role.COLLECTOR, Optional.empty());
  }

  @Test
  void letsInWhoKnowsTheirPasswordWhateverTheCaseOfTheLogin() {
    var anna = admitted("anna");
    assertThat(signIns().attempt(" Anna ", anna.password(), "10.0.0.1")).isEqualTo(new SignIns.Admitted(anna.person()));
  }

  @Test
  void answersTheSameToAWrongPasswordAndToALoginThatNobodyHas() {
    admitted("ben");
    assertThat(signIns().attempt("ben", "wrong", "")).isEqualTo(signIns().attempt("nobody-at-all", "wrong", ""));
  }

  @Test
  void locksAfterFiveFailuresEvenForTheRightPasswordAndOpensAgainAfterAQuarterOfAnHour() {
    var carla = admitted("carla");
    for (int failure = 0; failure < SignIns.ALLOWED_FAILURES; failure++) {
      assertThat(signIns().attempt("carla", "wrong", "")).isInstanceOf(SignIns.Refused.class);
    }
    assertThat(signIns().attempt("carla", carla.password(), "")).isInstanceOf(SignIns.Locked.class);
    now = now.plus(SignIns.LOCK).plusSeconds(1);
    assertThat(signIns().attempt("carla", carla.password(), "")).isInstanceOf(SignIns.Admitted.class);
  }

  @Test
  void locksALoginThatNobodyHasTooSoThatTheNoticeTellsNothing() {
    for (int failure = 0; failure < SignIns.ALLOWED_FAILURES; failure++) {
      signIns().attempt("ghost", "wrong", "");
    }
    assertThat(signIns().attempt("ghost", "wrong", "")).isInstanceOf(SignIns.Locked.class);
  }

  @Test
  void aSuccessStartsTheCountAnew() {
    var dora = admitted("dora");
    for (int round = 0; round < 3; round++) {
      for (int failure = 1; failure < SignIns.ALLOWED_FAILURES; failure++) {
        signIns().attempt("dora", "wrong", "");
      }
      now = now.plus(Duration.ofSeconds(1));
      assertThat(signIns().attempt("dora", dora.password(), "")).isInstanceOf(SignIns.Admitted.class);
      now = now.plus(Duration.ofSeconds(1));
    }
  }

  @Test
  void recordsEveryAttemptWithItsAddress() {
    var emil = admitted("emil");
    signIns().attempt("emil", "wrong", "10.0.0.7");
    now = now.plus(Duration.ofSeconds(1));
    signIns().attempt("emil", emil.password(), "10.0.0.8");
    var rows = database.ask(dsl -> dsl.fetch("select succeeded, address from identity.sign_in where login = 'emil' order by id"));
    assertThat(rows.intoMaps().toString()).isEqualTo("[{succeeded=false, address=10.0.0.7}, {succeeded=true, address=10.0.0.8}]");
  }

  @Test
  void keepsNoPasswordButItsArgon2idHash() {
    var fay = admitted("fay");
    var hash = database.ask(dsl -> dsl.fetchValue("select password_hash from identity.person where login = 'fay'"));
    assertThat(String.valueOf(hash)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(fay.password());
  }

  @Test
  void aLoginBelongsToOnePerson() {
    admitted("gil");
    assertThatThrownBy(() -> admitted("GIL")).isInstanceOf(LoginTaken.class);
  }

  @Test
  void whoIsShutOutComesInOnlyWithANewPassword() {
    var hana = admitted("hana");
    people.shutOut(hana.person().id());
    assertThat(signIns().attempt("hana", "", "")).isInstanceOf(SignIns.Refused.class);
    var renewed = people.renewPassword("hana").orElseThrow();
    assertThat(signIns().attempt("hana", renewed.password(), "")).isInstanceOf(SignIns.Admitted.class);
  }
}
