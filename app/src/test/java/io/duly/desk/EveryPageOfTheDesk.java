package io.duly.desk;

import static io.duly.desk.Customers.ALDER;
import static io.duly.desk.Customers.ELM;
import static io.duly.desk.Customers.GALE;
import static io.duly.desk.Customers.HAZEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every page as it is after the last day, in both themes and on a phone. */
final class EveryPageOfTheDesk {
  private final CollectorsDays days;

  EveryPageOfTheDesk(CollectorsDays days) {
    this.days = days;
  }

  void areAccessibleAndFitAPhone() {
    days.morning(11);
    var page = days.sit(days.ada);
    for (var one : pages().entrySet()) {
      assertThat(page.navigate(one.getValue()).status()).as(one.getKey()).isEqualTo(200);
      CollectorsDays.look(page, "page-" + one.getKey());
      CollectorsDays.lookOnAPhone(page, "page-" + one.getKey());
    }
    page.context().close();
  }

  private Map<String, String> pages() {
    var all = new LinkedHashMap<String, String>();
    all.put("worklist", "/");
    all.put("worklist-filtered", "/?work=wait&currency=GBP");
    all.put("case", days.caseOf(ELM));
    all.put("case-closed", days.caseOf(ALDER));
    all.put("brief", days.caseOf(HAZEL) + "/brief");
    all.put("contact", days.caseOf(GALE) + "/contact");
    all.put("write", days.caseOf(HAZEL) + "/write?template=second-reminder");
    all.put("statement", days.caseOf(ELM) + "/statement");
    all.put("invoice", days.invoice("INV-105"));
    all.put("call", "/calls/" + days.one("select id from calls.call order by began_at limit 1"));
    all.put("tasks", "/tasks?whose=all&later=1");
    all.put("outbox", "/outbox");
    all.put("outbox-sent", "/outbox?show=sent");
    all.put("message", "/outbox/" + days.one("select id from correspondence.message where state = 'sent' order by planned_on limit 1"));
    all.put("pauses", "/outbox/pauses");
    all.put("replies", "/replies");
    all.put("intake", "/intake");
    all.put("file", "/intake/files/" + days.one("select id from intake.file order by imported_at limit 1"));
    all.put("maps", "/intake/maps");
    all.put("bank", "/bank");
    all.put("account", "/bank/accounts/" + days.one("select id from banking.account"));
    all.put("entry", "/bank/entries/" + days.one("select id from banking.entry where counterparty like 'E STORES%'"));
    all.put("templates", "/templates");
    all.put("search", "/search?q=elm");
    all.put("people", "/people");
    all.put("person", "/people/" + days.anna.person().uuid());
    all.put("me", "/me");
    all.put("second-factor", "/me/second-factor");
    return all;
  }
}
