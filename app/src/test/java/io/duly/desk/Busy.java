package io.duly.desk;

import io.duly.banking.cash.CashMatching;
import io.duly.identity.People;
import io.duly.intake.job.JobRunner;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;

/** A desk on which something of every kind has happened with one debtor. */
final class Busy {
  private Busy() {}

  /** @param manager who does it all; sees every creditor */
  static void with(Desk desk, People.Admitted manager, String debtor, String creditor) throws SQLException {
    var head = "/cases/" + desk.portfolio.caseOf(debtor);
    var owner = desk.portfolio.creditor(creditor);
    desk.database.execute("update parties.debtor set phone = '+441614960312' where name = '" + debtor + "'");
    try (var visitor = new Visitor(desk).signedInAs(manager)) {
      visitor.post(head, head + "/notes", Map.of("text", "zebra: a note"));
      visitor.post(head, head + "/reasons", Map.of("category", "GOODS_MISSING", "said", "zebra: two pallets", "whom", "the carrier"));
      visitor.post(head + "/brief", head + "/plan", Map.of("line", "zebra: ask for the picture"));
      visitor.hand(head, head + "/papers", "zebra.txt", "the driver wrote it down".getBytes(StandardCharsets.UTF_8), Map.of("item", "delivery"));
      desk.database.<java.util.List<String>>ask(tx -> tx.fetch("select r.id::text from ledger.receipt r join parties.debtor d on d.id = r.debtor_id where d.name = ? and not r.used_up", debtor).getValues(0, String.class))
          .forEach(money -> visitor.post(head + "/brief", head + "/brief/money/" + money + "/looked", Map.of("why", "zebra: it is for the next order")));
      visitor.post(head + "/brief", head + "/calls", Map.of("to", "+441614960312"));
    }
    var clerk = desk.person("clerk", io.duly.identity.Role.MANAGER, owner);
    try (var visitor = new Visitor(desk).signedInAs(clerk)) {
      visitor.upload("open-items.csv", LIST.getBytes(StandardCharsets.UTF_8), Map.of());
      visitor.upload("statement.xml", BankPagesTest.STATEMENT.getBytes(StandardCharsets.UTF_8), Map.of());
    }
    desk.application.getBean(JobRunner.class).runAll();
    desk.application.getBean(CashMatching.class).match(Portfolio.TODAY);
    new Letterbox(desk).from(debtor.substring(0, 6), "zebra: I have paid on Friday.");
  }

  private static final String LIST =
      """
      debtor_id,debtor_name,invoice_number,issue_date,due_date,currency,amount
      90417,Zebra & Co Ltd,INV-2300,2026-10-01,2026-11-01,GBP,100.00
      90417,Zebra & Co Ltd,INV-2301,2026-10-01,never,GBP,100.00
      """;
}
