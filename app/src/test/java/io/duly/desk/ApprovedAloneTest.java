package io.duly.desk;

import static io.duly.desk.Agreeing.OLD;
import static io.duly.desk.Agreeing.OTHER;
import static io.duly.desk.Agreeing.bare;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A house of one person is not locked out, and who makes themself alone is not alone. */
@Tag("P40")
class ApprovedAloneTest {

  @Test
  void theFirstAdministratorMakesASecondOneAloneAndFromThenOnIsNotAlone() {
    try (var desk = new Desk(); var hers = new Visitor(desk); var theirs = new Visitor(desk)) {
      new Mailing(desk);
      var agreeing = new Agreeing(desk);
      var solo = desk.person("solo", Role.ADMINISTRATOR);
      hers.signedInAs(solo);
      var shown = hers.post("/people", "/people", Map.of("login", "nina", "name", "Nina Roth", "role", "MANAGER"));
      var id = agreeing.latest();
      assertThat(hers.get("/approvals").body()).contains("nobody else who could approve it can sign in", "/" + id + "/confirmation");
      assertThat(agreeing.after(hers, id, "confirmation", Map.of("password", "guessed"))).contains("The password or the code is not right");
      assertThat(agreeing.role("nina")).isEqualTo("auditor");
      assertThat(agreeing.after(hers, id, "confirmation", Map.of("password", solo.password()))).contains("Confirmed, by you alone");
      assertThat(agreeing.role("nina")).isEqualTo("manager");
      assertThat(agreeing.outcomes(id)).containsExactly("alone");
      assertThat(hers.get("/people/" + nina(desk)).body()).contains("Confirmed alone, without a second person: manager");

      var account = agreeing.account(hers, OTHER);
      assertThat(hers.get("/approvals").body()).doesNotContain("/" + account + "/confirmation");
      assertThat(agreeing.after(hers, account, "confirmation", Map.of("password", solo.password()))).contains("This is confirmed by a second person");
      assertThat(agreeing.inForce()).isEqualTo(bare(OLD));

      var link = URI.create(shown.body().replaceAll("(?s).*value=\"(http[^\"]+/welcome/[^\"]+)\".*", "$1")).getPath();
      theirs.post(link, link, Map.of("password", "a sentence of hers", "again", "a sentence of hers"));
      theirs.post("/sign-in", "/sign-in", Map.of("login", "nina", "password", "a sentence of hers"));
      assertThat(agreeing.approve(theirs, account)).as("her first link came from who asks").contains("Approved");
      assertThat(agreeing.inForce()).isEqualTo(bare(OTHER));

      desk.person("vera", Role.COLLECTOR);
      var vera = desk.database.<String>ask(tx -> tx.fetchSingle("select id::text from identity.person where login = 'vera'").get(0, String.class));
      hers.post("/people/" + vera, "/people/" + vera + "/role", Map.of("role", "ADMINISTRATOR"));
      var second = agreeing.latest();
      assertThat(agreeing.after(hers, second, "confirmation", Map.of("password", solo.password()))).contains("Somebody else can approve it");
      hers.post("/people/" + nina(desk), "/people/" + nina(desk) + "/exclusion", Map.of());
      assertThat(hers.get("/approvals").body()).doesNotContain("/" + second + "/confirmation");
      assertThat(agreeing.after(hers, second, "confirmation", Map.of("password", solo.password()))).as("who put the other away is not alone").contains("or could until you shut them out");
      assertThat(agreeing.role("vera")).isEqualTo("collector");
    }
  }

  private static String nina(Desk desk) {
    return desk.database.ask(tx -> tx.fetchSingle("select id::text from identity.person where login = 'nina'").get(0, String.class));
  }

  @Test
  void aHouseOfOnePersonThatHasSaidSoConfirmsAccountsAloneWithPasswordAndCode() {
    try (var desk = new Desk("duly.four-eyes.alone=true", "duly.seal=a key of the test"); var hers = new Visitor(desk)) {
      new Mailing(desk);
      var agreeing = new Agreeing(desk);
      var solo = desk.person("solo", Role.MANAGER);
      hers.signedInAs(solo);
      hers.post("/me/second-factor", "/me/second-factor/beginning", Map.of());
      var key = hers.get("/me/second-factor").body().replaceAll("(?s).*<code>([A-Z2-7 ]+)</code>.*", "$1").replace(" ", "");
      var codes = hers.post("/me/second-factor", "/me/second-factor/confirming", Map.of("code", Authenticator.code(key))).body();
      var recovery = codes.replaceAll("(?s).*?<code>([a-z2-9-]{14})</code>.*", "$1");
      var id = agreeing.account(hers, OTHER);
      assertThat(agreeing.after(hers, id, "confirmation", Map.of("password", solo.password()))).contains("The password or the code is not right");
      assertThat(agreeing.after(hers, id, "confirmation", Map.of("password", "guessed", "code", recovery))).contains("The password or the code is not right");
      assertThat(agreeing.inForce()).isEqualTo(bare(OLD));
      assertThat(agreeing.after(hers, id, "confirmation", Map.of("password", solo.password(), "code", recovery))).contains("Confirmed, by you alone");
      assertThat(agreeing.inForce()).isEqualTo(bare(OTHER));
      assertThat(hers.get("/approvals").body()).contains("confirmed alone by solo");
    }
  }
}
