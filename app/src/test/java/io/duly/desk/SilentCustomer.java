package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Story 9: they answer nothing, from the courtesy note to the day on which placement is proposed with the file complete. */
final class SilentCustomer {
  private static final String WHO = "Stillwater Ltd";
  private static final Pattern BEST = Pattern.compile("best at (\\d\\d:\\d\\d)");
  private static final String HEAD = "Receipt Id;Date;Amount;Currency;Customer No;Invoice No\n";

  private final Company company;
  private final List<String> attempts = new ArrayList<>();

  SilentCustomer(Company company) {
    this.company = company;
  }

  void play() {
    var due = company.nextMonday().plusDays(7);
    lateAsARule(due);
    company.list(row("INV-901", due.minusDays(30), due, "1200.00"));
    for (var day = due.minusDays(7); !day.isAfter(due.plusDays(91)); day = day.plusDays(1)) {
      company.day(day);
      company.post();
      calls(day);
    }
    assertThat(company.left(WHO)).extracting(step -> step.replaceFirst(" on .*", ""))
        .containsExactly("courtesy-note by email", "first-reminder by email", "second-reminder by email", "formal-demand by letter", "final-demand by letter");
    assertThat(company.left(WHO)).contains("first-reminder by email on " + due.plusDays(1));
    assertThat(attempts).hasSizeBetween(4, 6);
    assertThat(new HashSet<>(attempts.subList(0, 3))).as("at different hours").hasSize(3);
    keepsTheCaps();
    proposed(due);
  }

  private void lateAsARule(LocalDate due) {
    var paid = new StringBuilder(HEAD);
    var rows = new ArrayList<String>();
    for (int one = 1; one <= 3; one++) {
      rows.add(row("INV-90-" + one, due.minusDays(100 + one), due.minusDays(70 + one), "10" + one + ".00"));
      paid.append("S-" + one + ";" + due.minusDays(40) + ";10" + one + ".00;GBP;K-9;INV-90-" + one + "\n");
    }
    company.list(rows.toArray(String[]::new));
    company.handIn("paid late.csv", paid.toString());
  }

  private static String row(String number, LocalDate issued, LocalDate due, String amount) {
    return Company.row("K-9", WHO, Company.details("stillwater.example", 9), number, issued, due, amount);
  }

  /** Whoever has a call to make makes it at the hour that the worklist names; nobody answers. Before the first the file is completed. */
  private void calls(LocalDate day) {
    var asked = company.of(WHO, "select why from cases.task where case_id = :case and kind = 'call' and done_on is null and due_on <= '" + day + "'");
    if (asked.isEmpty()) {
      return;
    }
    var best = BEST.matcher(asked);
    assertThat(best.find()).as(asked).isTrue();
    var at = LocalTime.parse(best.group(1));
    company.to(day, at.getHour(), at.getMinute());
    try (var anna = company.visit(company.anna)) {
      complete(anna);
      var phone = new OnThePhone(anna);
      var call = phone.begin(company.caseOf(WHO));
      phone.press(call, "/end", "outcome", "no_answer", "next", "by_policy", "next_on", day.plusDays(4).toString());
      assertThat(company.of(WHO, "select count(*) from calls.call where case_id = :case and ended_at is null")).isEqualTo("0");
    }
    attempts.add(best.group(1));
  }

  private void complete(Visitor anna) {
    var address = company.caseOf(WHO);
    for (var item : List.of("invoices", "order", "delivery", "terms", "correspondence")) {
      anna.post(address, address + "/checklist", Map.of("item", item, "state", "THERE"));
    }
  }

  /** Two contacts in seven days and six in thirty at most, by the policy, never two on a day. */
  private void keepsTheCaps() {
    for (var cap : List.of(List.of(1, 1), List.of(7, 2), List.of(30, 6))) {
      assertThat(
              company.of(
                  WHO,
                  """
                  select a.day from correspondence.contact a join correspondence.contact b using (debtor_id) where debtor_id = :debtor
                     and a.direction = 'out' and b.direction = 'out' and b.day between a.day and a.day + %d group by a.id, a.day having count(*) > %d
                  """
                      .formatted(cap.getFirst() - 1, cap.getLast())))
          .as("%s", cap).isEmpty();
    }
  }

  private void proposed(LocalDate due) {
    assertThat(company.rows(WHO, "select kind, created_on from cases.task where case_id = :case and done_on is null")).containsExactly("place," + due.plusDays(90));
    try (var mona = company.visit(company.mona)) {
      assertThat(mona.get("/tasks?later=1").body()).contains(WHO);
    }
    assertThat(company.open("INV-901")).isEqualTo(120000);
  }
}
