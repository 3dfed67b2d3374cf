package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

/** Story 13: the server was off over a long weekend: nothing is skipped, nothing bunched, nobody gets two letters. */
record LongWeekend(Company company) {
  private static final String ONE = "Larch Joinery Ltd";
  private static final String OTHER = "Linden Foods Ltd";

  void play() {
    var monday = company.nextMonday();
    var thursday = monday.plusDays(3);
    var tuesday = monday.plusDays(8);
    company.list(
        Company.row("K-131", ONE, Company.details("larch.example", 13), "INV-1301", thursday.minusDays(32), thursday.minusDays(2), "1200.00"),
        Company.row("K-131", ONE, Company.details("larch.example", 13), "INV-1302", thursday.minusDays(29), thursday.plusDays(1), "350.00"),
        Company.row("K-132", OTHER, Company.details("linden.example", 14), "INV-1303", thursday.minusDays(28), thursday.plusDays(2), "300.00"));
    company.to(thursday, 8, 0);
    company.run();
    assertThat(company.left(ONE)).as("the server went off before anything left").isEmpty();
    company.day(tuesday);
    assertThat(company.left(ONE)).as(company.fate(ONE)).containsExactly("first-reminder by email on " + tuesday);
    assertThat(company.left(OTHER)).containsExactly("first-reminder by email on " + tuesday);
    assertThat(company.subjects("accounts@larch.example")).hasSize(1);
    for (var next = tuesday.plusDays(1); next.isBefore(tuesday.plusDays(16)); next = next.plusDays(1)) {
      company.day(next);
      company.post();
    }
    for (var who : new String[] {ONE, OTHER}) {
      assertThat(company.left(who)).as("nothing is skipped").hasSizeGreaterThan(1);
      assertThat(company.left(who).get(1)).startsWith("second-reminder by email on ");
      assertThat(company.rows(who, "select a.day from correspondence.contact a join correspondence.contact b using (debtor_id) where debtor_id = :debtor and a.id <> b.id and b.day between a.day and a.day + 2"))
          .as("nothing is bunched").isEmpty();
    }
    assertThat(company.rows(ONE, "select s.step || ' ' || i.number || ' ' || count(*) from cases.step_taken s join ledger.invoice i on i.id = s.invoice_id where i.debtor_id = :debtor and s.step = 'first-reminder' group by s.step, i.number order by 1"))
        .containsExactly("first-reminder INV-1301 1", "first-reminder INV-1302 1");
  }
}
