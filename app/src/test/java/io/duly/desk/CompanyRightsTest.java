package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.By;
import io.duly.identity.CompanySignIns;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a company's sign-in may say of somebody's rights, how it is left, and how its links end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class CompanyRightsTest {
  private CompanyProvider provider;
  private Desk desk;

  @BeforeAll
  void open() {
    provider = new CompanyProvider();
    desk = new Desk(settings("duly.company.roles=cn=Leads,ou=Duly=manager; desk = collector;admins=administrator; kunden=client"));
  }

  @AfterAll
  void close() {
    desk.close();
    provider.close();
  }

  private String[] settings(String... more) {
    var all =
        Stream.of(
            "duly.company.issuer=" + provider.issuer(), "duly.company.client-id=" + CompanyProvider.CLIENT, "duly.company.client-secret=" + CompanyProvider.SECRET,
            "duly.company.name=Example Corp");
    return Stream.concat(all, Stream.of(more)).toArray(String[]::new);
  }

  /** Where somebody ends who comes by the company with those claims. */
  private String comes(Visitor visitor, String login, Map<String, Object> claims) {
    var all = new HashMap<>(claims);
    all.put("email", login);
    all.put("email_verified", true);
    provider.as("s-" + login, all);
    return visitor.get(CompanyProvider.back(visitor.get("/sign-in/company").headers().firstValue("Location").orElseThrow())).headers().firstValue("Location").orElseThrow();
  }

  private String endsWith(String login, Map<String, Object> claims) {
    try (var visitor = new Visitor(desk)) {
      return comes(visitor, login, claims);
    }
  }

  private String role(String login) {
    return desk.database.ask(tx -> tx.fetchSingle("select role || coalesce(' of ' || cardinality(creditors), '') from identity.person where login = ?", login).get(0, String.class));
  }

  @Test
  void groupsGiveTheRoleThatWasSaidAndNeverMoreAndCreditorsStayOurs() {
    var hugo = desk.person("hugo@example.com", Role.SENIOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    try (var visitor = new Visitor(desk)) {
      assertThat(comes(visitor, "hugo@example.com", Map.of("groups", List.of("canteen", "desk", "cn=Leads,ou=Duly")))).doesNotContain("sign-in");
      assertThat(role("hugo@example.com")).isEqualTo("manager of 1");
      assertThat(visitor.get("/me").body()).contains("· manager", "Role changed: manager", "Example Corp, 127.0.0.1");
      assertThat(endsWith("hugo@example.com", Map.of("groups", "desk"))).as("taken back there, and so here").doesNotContain("sign-in");
      assertThat(role("hugo@example.com")).isEqualTo("collector of 1");
      assertThat(visitor.get("/").statusCode()).as("with rights that he had").isEqualTo(302);
    }
    assertThat(desk.database.<List<String>>ask(tx -> tx.fetch("select detail || ' ' || by from identity.change where person_id = ? and what = 'role' order by at, id", hugo.person().uuid()).getValues(0, String.class)))
        .containsExactly("manager company:Example Corp", "collector company:Example Corp");
  }

  @Test
  void whatWasNotSaidGivesNothingAndLetsNobodyIn() {
    desk.person("ida@example.com", Role.COLLECTOR);
    for (var claims : List.<Map<String, Object>>of(
            Map.of(), Map.of("groups", List.of()), Map.of("groups", List.of("administrator", "manager", "collector", "ADMINS", " admins", "admins,desk")),
            Map.of("groups", "administrator"), Map.of("roles", List.of("admins")), Map.of("groups", Map.of("admins", "desk")), Map.of("groups", 7))) {
      assertThat(endsWith("ida@example.com", claims)).as(claims.toString()).endsWith("?stranger");
    }
    assertThat(endsWith("nobody@example.com", Map.of("groups", List.of("admins")))).as("an account there is none here").endsWith("?stranger");
    assertThat(endsWith("ida@example.com", Map.of("groups", List.of("kunden")))).as("a client without creditors").endsWith("?stranger");
    assertThat(role("ida@example.com")).isEqualTo("collector");
    assertThat(endsWith("ida@example.com", Map.of("groups", List.of("desk")))).doesNotContain("sign-in");
  }

  @Test
  void theLastAdministratorStaysOneAndComesByTheirPassword() {
    var last = desk.person("jo@example.com", Role.ADMINISTRATOR);
    assertThat(endsWith("jo@example.com", Map.of("groups", List.of("desk")))).endsWith("?stranger");
    assertThat(role("jo@example.com")).isEqualTo("administrator");
    try (var visitor = new Visitor(desk).signedInAs(last)) {
      assertThat(visitor.get("/people").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoSignsOutIsOfferedToSignOutThereTooWithTheTokenByWhichTheyCame() {
    desk.person("kai@example.com", Role.COLLECTOR);
    try (var visitor = new Visitor(desk)) {
      comes(visitor, "kai@example.com", Map.of("groups", List.of("desk")));
      assertThat(visitor.post("/me", "/sign-out", Map.of()).headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?out");
      var page = visitor.get("/sign-in?out").body();
      assertThat(page).contains("Sign out at Example Corp too");
      var there = URI.create(page.replaceAll("(?s).*<a href=\"(http[^\"]+/end[^\"]+)\".*", "$1").replace("&amp;", "&"));
      assertThat(there.toString()).startsWith(provider.issuer() + "/end?of=here&");
      var query = URLDecoder.decode(there.getRawQuery(), StandardCharsets.UTF_8);
      assertThat(query).contains("client_id=" + CompanyProvider.CLIENT, "post_logout_redirect_uri=" + desk.url() + "/sign-in").containsPattern("id_token_hint=[\\w-]+\\.[\\w-]+\\.[\\w-]+&");
      assertThat(visitor.get("/sign-in?out").body()).as("told once").doesNotContain("Sign out at");
      assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }
    try (var visitor = new Visitor(desk).signedInAs(desk.person("lea@example.com", Role.COLLECTOR))) {
      visitor.post("/me", "/sign-out", Map.of());
      assertThat(visitor.get("/sign-in?out").body()).as("who came by a password").contains("You have signed out").doesNotContain("Sign out at");
    }
  }

  @Test
  void linksAreShownAndEndedByTheirPersonAndByAdministrators() {
    var companies = desk.application.getBean(CompanySignIns.class);
    var mona = desk.person("mona@example.com", Role.COLLECTOR);
    var nils = desk.person("nils@example.com", Role.COLLECTOR);
    companies.link(mona.person(), "s-mona-here", By.DULY);
    companies.link(nils.person(), "s-nils-here", By.DULY);
    var others = companies.links(nils.person().id()).getFirst().id();
    try (var hers = new Visitor(desk).signedInAs(mona); var admin = new Visitor(desk).signedInAs(desk.person("olga@example.com", Role.ADMINISTRATOR))) {
      assertThat(hers.get("/me").body()).contains("known as s-mona-here", "by duly");
      assertThat(hers.post("/me", "/me/company/" + others + "/ending", Map.of()).statusCode()).as("somebody else's").isEqualTo(404);
      assertThat(companies.links(nils.person().id())).hasSize(1);
      hers.post("/me", "/me/company/" + companies.links(mona.person().id()).getFirst().id() + "/ending", Map.of());
      assertThat(hers.get("/me").body()).contains("It knows this person by that no more").doesNotContain("known as s-mona-here");
      var page = "/people/" + nils.person().uuid();
      assertThat(admin.get(page).body()).contains("known as s-nils-here", "says who has which role");
      admin.post(page, page + "/company/" + others + "/ending", Map.of());
      assertThat(admin.get(page).body()).doesNotContain("known as s-nils-here").contains("olga@example.com, 127.0.0.1");
      assertThat(companies.links(nils.person().id())).isEmpty();
    }
  }

  @Test
  void nobodyEndsTheOnlyWayByWhichTheyGetIn() {
    var pia = desk.person("pia@example.com", Role.COLLECTOR);
    var companies = desk.application.getBean(CompanySignIns.class);
    companies.link(pia.person(), "s-pia@example.com", By.DULY);
    var link = companies.links(pia.person().id()).getFirst().id();
    try (var strict = desk.database.server(settings("duly.company.only=true")); var visitor = new Visitor("http://127.0.0.1:" + strict.getEnvironment().getRequiredProperty("local.server.port"))) {
      comes(visitor, "pia@example.com", Map.of());
      visitor.post("/me", "/me/company/" + link + "/ending", Map.of());
      assertThat(visitor.get("/me").body()).contains("by the company’s sign-in alone", "known as s-pia@example.com");
    }
    var added = desk.application.getBean(People.class).add("quin@example.com", "Quin", Role.COLLECTOR, java.util.Optional.empty(), By.DULY);
    try (var visitor = new Visitor(desk)) {
      comes(visitor, "quin@example.com", Map.of("groups", "desk"));
      visitor.post("/me", "/me/company/" + companies.links(added.id()).getFirst().id() + "/ending", Map.of());
      assertThat(visitor.get("/me").body()).contains("neither a password nor a passkey");
      assertThat(companies.links(added.id())).hasSize(1);
    }
  }
}
