package io.duly.demo;

import io.duly.demo.BankStatement.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Payments such as come on any day: a clear one, one with a number mistyped, a part without a word, and one that is no debtor's. */
final class BankPayments {
  private record Open(String number, String debtor, long amount) {}

  private BankPayments() {}

  static List<Line> of(DSLContext database, String creditor, LocalDate day) {
    var open = open(database, creditor, day);
    var lines = new ArrayList<Line>();
    lines.add(new Line("Tax office", "0900-1", 48_300, "VAT refund " + day.minusMonths(1).getMonth()));
    if (open.size() > 2) {
      lines.add(new Line(open.get(0).debtor(), "0901-1", open.get(0).amount(), "Invoice " + open.get(0).number()));
      lines.add(new Line("Payments " + open.get(1).debtor(), "0901-2", open.get(1).amount(), "inv " + mistyped(open.get(1).number()) + " thank you"));
      lines.add(new Line(open.get(2).debtor(), "0901-3", Math.ceilDiv(open.get(2).amount(), 2), "part payment as agreed"));
    }
    return lines;
  }

  /** Two neighbouring digits at the end change places, or the last one is another. */
  private static String mistyped(String number) {
    int end = number.length();
    char last = number.charAt(end - 1);
    char before = number.charAt(end - 2);
    return number.substring(0, end - 2) + (last == before ? "" + before + (char) (last == '9' ? '8' : last + 1) : "" + last + before);
  }

  /** The invoices longest overdue of three debtors whom nothing holds. */
  private static List<Open> open(DSLContext database, String creditor, LocalDate day) {
    return database.resultQuery(
            """
            select * from (
              select distinct on (i.debtor_id) i.number, d.name, ledger.open_on(i.id, {0}) as amount, i.due_on
                from ledger.invoice i
                join parties.debtor d on d.id = i.debtor_id
                join parties.creditor c on c.id = i.creditor_id
               where c.name = {1} and i.currency = c.currency and i.settled_on is null and i.due_on between {0} - 60 and {0} - 3
                 and not exists (select from cases.hold h where h.debtor_id = i.debtor_id and h.lifted_on is null)
                 and not exists (select from cases.dispute s where s.debtor_id = i.debtor_id and s.closed_on is null)
                 and not exists (select from ledger.receipt_candidate w where w.debtor_id = i.debtor_id)
                 and not exists (select from agreements.promise p where p.debtor_id = i.debtor_id and p.outcome is null)
               order by i.debtor_id, i.due_on, i.number) one
             order by due_on, number limit 3
            """,
            DSL.val(day), DSL.val(creditor))
        .fetch(row -> new Open(row.get("number", String.class), row.get("name", String.class), row.get("amount", Long.class)));
  }
}
