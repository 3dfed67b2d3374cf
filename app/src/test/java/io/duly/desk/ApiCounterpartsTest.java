package io.duly.desk;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is done on pages is done by programs, too: each action of the desk has an address of the API, or it is said here why not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class ApiCounterpartsTest {
  private static final String CASE = "/api/v1/cases/{case}";
  private static final String TEMPLATE = "/api/v1/templates/{creditor}/{kind}/{language}";
  private static final String BRANDING = "/api/v1/templates/{creditor}/branding";
  private static final String TYPING = "keeps what is being typed on a page; a program sends the whole";
  private static final String SECOND = "a second person is somebody who has signed in: no token says yes for them";

  private static final Map<String, String> COUNTERPARTS =
      Map.ofEntries(
          entry("/cases/{number}/notes", CASE + "/notes"),
          entry("/cases/{number}/holds", CASE + "/holds"),
          entry("/cases/{number}/holds/{hold}/lifting", CASE + "/holds/{id}/lifting"),
          entry("/cases/{number}/tasks", "/api/v1/tasks"),
          entry("/cases/{number}/tasks/{task}/completion", "/api/v1/tasks/{id}/completion"),
          entry("/tasks/{id}/completion", "/api/v1/tasks/{id}/completion"),
          entry("/tasks/{id}/putting-off", "/api/v1/tasks/{id}/putting-off"),
          entry("/tasks/{id}/giving", "/api/v1/tasks/{id}/giving"),
          entry("/cases/{number}/promises", CASE + "/promises"),
          entry("/cases/{number}/agreement", CASE + "/agreement"),
          entry("/cases/{number}/agreement/change", CASE + "/agreement/change"),
          entry("/cases/{number}/agreement/end", CASE + "/agreement/end"),
          entry("/cases/{number}/reasons", CASE + "/reasons"),
          entry("/cases/{number}/reasons/{id}/verification", CASE + "/reasons/{id}/verification"),
          entry("/cases/{number}/papers", CASE + "/documents"),
          entry("/cases/{number}/checklist", CASE + "/checklist"),
          entry("/cases/{number}/duplicates/{id}/decision", "/api/v1/duplicates/{id}/decision"),
          entry("/invoices/{id}/duplicates/{duplicate}/decision", "/api/v1/duplicates/{id}/decision"),
          entry("/invoices/{id}/disputes", "/api/v1/invoices/{id}/disputes"),
          entry("/invoices/{id}/answer", "/api/v1/invoices/{id}/answer"),
          entry("/invoices/{id}/acknowledgement", "/api/v1/invoices/{id}/acknowledgement"),
          entry("/invoices/{id}/inquiries", "/api/v1/invoices/{id}/inquiries"),
          entry("/invoices/{id}/inquiries/{inquiry}/answer", "/api/v1/invoices/{id}/inquiries/{inquiry}/answer"),
          entry("/invoices/{id}/credit", "/api/v1/invoices/{id}/credit-notes"),
          entry("/cases/{number}/charges", CASE + "/charges"),
          entry("/cases/{number}/charges/{charge}/waiver", CASE + "/charges/{charge}/waiver"),
          entry("/cases/{number}/charges/{charge}/cancellation", CASE + "/charges/{charge}/cancellation"),
          entry("/cases/{number}/court-fee", CASE + "/court-fee"),
          entry("/cases/{number}/claim", CASE + "/claim"),
          entry("/cases/{number}/claim/release", CASE + "/claim/release"),
          entry("/cases/{number}/claim/taking-over", CASE + "/claim/taking-over"),
          entry("/cases/{number}/claim/handing-over", CASE + "/claim/handing-over"),
          entry("/cases/{number}/worth", CASE + "/worth"),
          entry("/cases/{number}/hardship", CASE + "/hardship"),
          entry("/cases/{number}/hardship/{space}/review", CASE + "/hardship/{id}/review"),
          entry("/cases/{number}/hardship/{space}/ending", CASE + "/hardship/{id}/ending"),
          entry("/cases/{number}/hardship/{space}/forgetting", CASE + "/hardship/{id}/forgetting"),
          entry("/cases/{number}/settlements", CASE + "/settlements"),
          entry("/cases/{number}/counter-offers/{id}/agreement", CASE + "/counter-offers/{id}/answer"),
          entry("/cases/{number}/counter-offers/{id}/refusal", CASE + "/counter-offers/{id}/answer"),
          entry("/cases/{number}/sent-payments", CASE + "/sent-payments"),
          entry("/cases/{number}/recaps", CASE + "/recaps"),
          entry("/cases/{number}/payment-links", CASE + "/payment-links"),
          entry("/cases/{number}/recaps/{message}/yes", CASE + "/recaps/{message}/acknowledgement"),
          entry("/cases/{number}/contact", CASE + "/contacts"),
          entry("/cases/{number}/contact/asking", CASE + "/contact-requests"),
          entry("/cases/{number}/contact/wishes", CASE + "/wishes"),
          entry("/cases/{number}/contact/wishes/{id}/end", CASE + "/wishes/{id}/ending"),
          entry("/cases/{number}/calls", CASE + "/calls"),
          entry("/cases/{number}/plan", CASE + "/call-plan/lines"),
          entry("/cases/{number}/plan/{line}/strike", CASE + "/call-plan/lines/{line}/strike"),
          entry("/cases/{number}/brief/money/{money}/looked", CASE + "/call-plan/money/{money}/looked"),
          entry("/calls/{id}/draft", "/api/v1/calls/{id}/draft"),
          entry("/calls/{id}/party", "/api/v1/calls/{id}/party"),
          entry("/calls/{id}/heat", "/api/v1/calls/{id}/heat"),
          entry("/calls/{id}/copies", "/api/v1/calls/{id}/copies"),
          entry("/calls/{id}/option", "/api/v1/calls/{id}/draft"),
          entry("/calls/{id}/end", "/api/v1/calls/{id}/end"),
          entry("/calls/{id}/take-over", "/api/v1/calls/{id}/take-over"),
          entry("/cases/{number}/write", CASE + "/messages"),
          entry("/cases/{number}/write/check", CASE + "/messages/check"),
          entry("/outbox/{id}/words", "/api/v1/messages/{id}/words"),
          entry("/outbox/{id}/words/check", "/api/v1/messages/{id}/words/check"),
          entry("/outbox/{id}/approval", "/api/v1/messages/{id}/approval"),
          entry("/outbox/approval", "/api/v1/messages/{id}/approval"),
          entry("/outbox/{id}/withdrawal", "/api/v1/messages/{id}/withdrawal"),
          entry("/outbox/{id}/resolution", "/api/v1/messages/{id}/resolution"),
          entry("/outbox/pauses", "/api/v1/pauses"),
          entry("/outbox/pauses/lifting", "/api/v1/pauses/lifting"),
          entry("/replies/{id}/attachment", "/api/v1/replies/{id}/attachment"),
          entry("/replies/{id}/reading", "/api/v1/replies/{id}/reading"),
          entry("/bank/proposals/{id}/acceptance", "/api/v1/payments/proposals/{id}/acceptance"),
          entry("/bank/proposals/{id}/declining", "/api/v1/payments/proposals/{id}/declining"),
          entry("/bank/debits/files", "/api/v1/direct-debits/files"),
          entry("/bank/debits/files/{id}/withdrawal", "/api/v1/direct-debits/files/{id}/withdrawal"),
          entry("/bank/debits/terms/{creditor}", "/api/v1/direct-debits/terms/{creditor}"),
          entry("/cases/{number}/mandates", CASE + "/mandates"),
          entry("/cases/{number}/mandates/{id}/ending", CASE + "/mandates/{id}/ending"),
          entry("/bank/asides/{id}/look", "/api/v1/payments/asides/{id}/look"),
          entry("/bank/entries/{id}/allocation", "/api/v1/payments/entries/{id}/allocation"),
          entry("/bank/entries/{id}/setting-aside", "/api/v1/payments/entries/{id}/setting-aside"),
          entry("/bank/entries/{id}/allocations/{allocation}/reversal", "/api/v1/payments/entries/{id}/allocations/{allocation}/reversal"),
          entry("/bank/accounts/{id}/gaps/{until}/acceptance", "/api/v1/bank-accounts/{id}/gaps/{until}/acceptance"),
          entry("/views", "/api/v1/views"),
          entry("/views/{id}/name", "/api/v1/views/{id}/name"),
          entry("/views/{id}/removal", "/api/v1/views/{id}/removal"),
          entry("/intake/files", "/api/v1/imports"),
          entry("/intake/jobs/{id}/cancelling", "/api/v1/imports/{id}/cancelling"),
          entry("/intake/jobs/{id}/repetition", "/api/v1/imports/{id}/repetition"),
          entry("/bulk", "/api/v1/bulk/preview"),
          entry("/bulk/doing", "/api/v1/bulk"),
          entry("/bulk/{id}/undoing", "/api/v1/bulk/{id}/undoing"),
          entry("/outbox/letters/{creditor}/batch", "/api/v1/letters/{creditor}/batch"),
          entry("/templates/{creditor}/{kind}/{language}", TEMPLATE),
          entry("/templates/{creditor}/{kind}/{language}/check", TEMPLATE + "/check"),
          entry("/templates/{creditor}/branding", BRANDING),
          entry("/templates/{creditor}/limits", "/api/v1/templates/{creditor}/limits"),
          entry("/templates/{creditor}/branding/logo", BRANDING + "/logo"),
          entry("/templates/{creditor}/branding/logo/removal", BRANDING + "/logo/removal"),
          entry("/intake/jobs/{id}/map", "/api/v1/imports/{id}/map"),
          entry("/intake/jobs/{id}/map/preview", "/api/v1/imports/{id}/map/preview"),
          entry("/intake/jobs/{id}/map/yaml", "/api/v1/imports/{id}/map/yaml"),
          entry("/intake/maps/{id}/removal", "/api/v1/import-maps/{id}/removal"),
          entry("/intake/files/{id}/set-aside", "/api/v1/import-files/{id}/set-aside"),
          entry("/intake/files/{id}/set-aside/discarding", "/api/v1/import-files/{id}/set-aside/discarding"),
          entry("/webhooks", "/api/v1/webhooks"),
          entry("/webhooks/{id}/rotation", "/api/v1/webhooks/{id}/rotation"),
          entry("/webhooks/{id}/pausing", "/api/v1/webhooks/{id}/pausing"),
          entry("/webhooks/{id}/resumption", "/api/v1/webhooks/{id}/resumption"),
          entry("/webhooks/{id}/ending", "/api/v1/webhooks/{id}/ending"),
          entry("/webhooks/{id}/test", "/api/v1/webhooks/{id}/test"),
          entry("/webhooks/{id}/events/{event}/sending", "/api/v1/webhooks/{id}/events/{event}/sending"));

  private static final Map<String, String> NONE =
      Map.ofEntries(
          entry("/theme", "light or dark, of a browser"),
          entry("/approvals/{id}/approval", SECOND),
          entry("/approvals/{id}/declining", SECOND),
          entry("/approvals/{id}/withdrawal", SECOND),
          entry("/approvals/{id}/confirmation", SECOND),
          entry("/approvals/read", SECOND),
          entry("/cases/{number}/claim/leaving", "a browser says that it leaves a page; a program releases"),
          entry("/cases/{number}/write/discarding", TYPING),
          entry("/outbox/{id}/words/discarding", TYPING),
          entry("/templates/{creditor}/{kind}/{language}/discarding", TYPING));

  private Desk desk;
  private final TreeSet<String> pages = new TreeSet<>();
  private final TreeSet<String> programs = new TreeSet<>();

  @BeforeAll
  void open() {
    desk = new Desk();
    for (var mapping : desk.application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      mapping.getHandlerMethods().keySet().stream().filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.POST)).forEach(info ->
          info.getPatternValues().forEach(pattern -> (pattern.startsWith("/api/") ? programs : pages).add(pattern.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))));
    }
  }

  @AfterAll
  void close() {
    desk.close();
  }

  /** A person's own right to sign in, and who may sign in at all, are for people with their second step: no token touches them. */
  private static boolean isOwn(String pattern) {
    return (pattern + "/").startsWith("/d/") || pattern.startsWith("/me/") || pattern.startsWith("/sign-in") || pattern.startsWith("/welcome") || pattern.startsWith("/people") || pattern.startsWith("/hooks") || pattern.equals("/error");
  }

  @Test
  void eachActionOfTheDeskHasACounterpartOrAReason() {
    var without = new TreeSet<>(pages);
    without.removeIf(ApiCounterpartsTest::isOwn);
    without.removeAll(COUNTERPARTS.keySet());
    without.removeAll(NONE.keySet());
    assertThat(without).as("say where the API does this, or why it does not").isEmpty();
  }

  @Test
  void whatIsNamedHereIsThere() {
    assertThat(programs).containsAll(COUNTERPARTS.values());
    assertThat(pages).containsAll(COUNTERPARTS.keySet()).containsAll(NONE.keySet());
    assertThat(COUNTERPARTS.keySet()).doesNotContainAnyElementsOf(NONE.keySet());
    assertThat(new TreeMap<>(NONE).values()).allSatisfy(why -> assertThat(why).isNotBlank());
  }

  @Test
  void noTokenSaysWhoMaySignIn() {
    assertThat(programs).noneMatch(pattern -> pattern.contains("people") || pattern.contains("token") || pattern.contains("password"));
  }
}
