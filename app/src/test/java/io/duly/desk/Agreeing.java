package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Proposing and agreeing on the pages of a desk, as its visitors do. */
final class Agreeing {
  static final String OLD = "DE02 1203 0000 0000 2020 51";
  static final String OTHER = "DE89 3704 0044 0532 0130 00";

  private final Desk desk;
  final String letterhead;

  Agreeing(Desk desk) {
    this.desk = desk;
    this.letterhead = "/templates/" + desk.portfolio.creditor(Portfolio.NORDWIND) + "/branding";
  }

  /** Sends the letterhead off with an account in euro, and gives what waits then. */
  UUID account(Visitor visitor, String account) {
    var form = new HashMap<>(Map.of(
        "name", Portfolio.NORDWIND, "address", "18 Mill Lane\nLeeds LS1 4AB", "email", "accounts@sender.example", "phone", "+44 113 496 0000", "person", "Ada Lindqvist",
        "personPhone", "+44 113 496 0001"));
    form.putAll(Map.of("colour", "#1f4e5f", "form", "UK", "currency", "EUR", "account", account));
    assertThat(visitor.post(letterhead, letterhead, form).statusCode()).isEqualTo(302);
    return latest();
  }

  UUID latest() {
    return desk.database.ask(tx -> tx.fetchSingle("select id from identity.proposal order by proposed_at desc, id desc limit 1").get(0, UUID.class));
  }

  /** What the page says after somebody did something about a proposal; its status where it refuses to know it. */
  String after(Visitor visitor, UUID id, String what, Map<String, String> form) {
    HttpResponse<String> answer = visitor.post("/me", "/approvals/" + id + "/" + what, form);
    return answer.statusCode() == 302 ? visitor.get("/approvals").body() : String.valueOf(answer.statusCode());
  }

  String approve(Visitor visitor, UUID id) {
    return after(visitor, id, "approval", Map.of());
  }

  /** The account in euro that debtors are told. */
  String inForce() {
    return desk.database.ask(tx -> tx.fetchSingle(
            "select p.account from correspondence.branding b join correspondence.pay_to p on p.branding_id = b.id where b.creditor_id = ? and p.currency = 'EUR' order by b.version desc limit 1",
            desk.portfolio.creditor(Portfolio.NORDWIND).value())
        .get(0, String.class));
  }

  int versions() {
    return desk.database.ask(tx -> tx.fetchSingle("select count(*)::int from correspondence.branding").get(0, Integer.class));
  }

  List<String> outcomes(UUID id) {
    return desk.database.ask(tx -> tx.fetch("select outcome from identity.proposal_decision where proposal_id = ?", id).getValues(0, String.class));
  }

  String role(String login) {
    return desk.database.ask(tx -> tx.fetchSingle("select role from identity.person where login = ?", login).get(0, String.class));
  }

  static String bare(String account) {
    return account.replace(" ", "");
  }
}
