package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invoice was sent twice under two numbers: the duplicate is found, an apology goes out, the case is closed and leaves no stain. */
@Tag("P09")
class WeWereWrongTest {
  private static final String HEAD = "Customer No;Customer;E-Mail;Country;Kind;Invoice No;Invoice Date;Due Date;Amount;Currency;Order No\n";

  @AutoClose private final TestDatabase database = TestDatabase.fresh();
  @TempDir private Path folder;
  private DSLContext sql;

  @BeforeEach
  void look() throws SQLException {
    sql = DSL.using(database.connectAsOwner(), SQLDialect.POSTGRES);
  }

  @Test
  void whatWasChasedTwiceIsCreditedItsMoneyMovedAndTheDebtorToldThatWeAreSorry() throws IOException {
    take("invoices.csv", HEAD
        + "C-1;Harbour Stores GmbH;ap@harbour.example;DE;company;R-100;2026-09-01;2026-10-01;1190.00;EUR;\n"
        + "C-1;Harbour Stores GmbH;ap@harbour.example;DE;company;R-118;2026-09-03;2026-10-03;1190.00;EUR;PO-7\n", "2026-09-20");
    assertThat(run("case", "duplicates", "--json").json()).as("neither day nor order is the same").isEmpty();
    take("paid.csv", "Receipt Id;Date;Amount;Currency;Customer No;Invoice No\nB-1;2026-09-30;1190.00;EUR;C-1;R-118\n", "2026-09-30");
    done("replay", "--from", "2026-10-01", "--to", "2026-10-12");
    assertThat(asked()).as("R-100 seems unpaid, for its money went to R-118").containsExactly("1190.00 on 2026-10-02", "1190.00 on 2026-10-11");
    var one = run("case", "list", "--json").json().get(0).get("number").asString();
    done("charges", "post", one, "--date", "2026-10-12");
    done("case", "reason", one, "--category", "duplicate", "--words", "We have paid that. You sent it twice.", "--date", "2026-10-12");

    var decided = run("case", "duplicate", one, "--invoice", "R-118", "--of", "R-100", "--why", "one delivery, booked twice", "--date", "2026-10-12");
    assertThat(decided.err()).isEmpty();
    assertThat(decided.out()).contains("Invoice R-118: credited 1,190.00 EUR with CN-R-118.", "1,190.00 EUR that had been set against it pay invoice R-100.");
    assertThat(run("case", "list", "--json").json()).as("nothing is owed any more").isEmpty();
    assertThat(open("R-100")).isZero();
    assertThat(open("R-118")).isZero();
    assertThat(sql.fetchValue("select bool_and(used_up) from ledger.receipt")).as("no money is lost").isEqualTo(true);
    assertThat(journal()).anyMatch(line -> line.contains("We were wrong: invoice R-118 asked for what R-100 asks for. one delivery, booked twice"));
    assertThat(sql.fetchValue("select outcome from cases.reason")).isEqualTo("confirmed");
    assertThat(late()).as("the money had come in time").isZero();
    done("doctor");
  }

  @Test
  void remindersOfTheDuplicateAreTakenBackWithAnApologyAndItsChargesToo() throws IOException {
    take("invoices.csv", HEAD
        + "C-1;Harbour Stores GmbH;ap@harbour.example;DE;company;R-100;2026-08-20;2026-09-19;1190.00;EUR;\n"
        + "C-1;Harbour Stores GmbH;ap@harbour.example;DE;company;R-118;2026-09-05;2026-10-05;1190.00;EUR;PO-7\n", "2026-09-06");
    take("paid.csv", "Receipt Id;Date;Amount;Currency;Customer No;Invoice No\nB-1;2026-09-18;1190.00;EUR;C-1;R-100\n", "2026-09-18");
    done("replay", "--from", "2026-10-05", "--to", "2026-10-06");
    var one = run("case", "list", "--json").json().get(0).get("number").asString();
    done("case", "promise", one, "--amount", "1190", "--due", "2026-10-08", "--date", "2026-10-06");
    done("replay", "--from", "2026-10-07", "--to", "2026-10-20");
    assertThat(asked()).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("1190.00")).contains("1190.00 on 2026-10-06");
    assertThat(run("case", "show", one).out()).contains("Track record: 1 broken");
    done("charges", "post", one, "--date", "2026-10-20");
    assertThat(charged()).isPositive();

    var decided = run("case", "duplicate", "--invoice", "R-118", "--of", "R-100", "--date", "2026-10-20", "--json").json();
    assertThat(decided.get("credited").asString()).isEqualTo("1190.00");
    assertThat(decided.get("apologyOn").asString()).isEqualTo("2026-10-20");
    assertThat(run("case", "show", one).out()).contains("Closed 2026-10-20", "Track record: no promises yet");
    assertThat(charged()).isZero();
    done("charges", "post", one, "--date", "2026-10-21");
    assertThat(charged()).as("nothing is charged again").isZero();
    done("replay", "--from", "2026-10-20", "--to", "2026-10-22");
    assertThat(sql.fetchValue("select state from correspondence.message where purpose = 'apology'")).isEqualTo("taken_as_sent");
    assertThat(sql.fetchValue("select count(*) from correspondence.message where state = 'checked'")).isEqualTo(0L);
    assertThat(late()).as("the duplicate is no late payment").isZero();
    assertThat(run("case", "duplicate", "--invoice", "R-118", "--of", "R-100").err()).contains("decided to be a duplicate already");
    done("doctor");
  }

  @Test
  void whatLooksAlikeIsHeldBackUntilSomebodySaysSo() throws IOException {
    var taken = take("invoices.csv", HEAD
        + "C-1;Harbour Stores GmbH;ap@harbour.example;DE;company;R-100;2026-09-01;2026-10-01;1190.00;EUR;PO-7\n"
        + "C-1;Harbour Stores GmbH;ap@harbour.example;DE;company;R-101;2026-09-02;2026-10-02;250.00;EUR;PO-9\n"
        + "C-1;Harbour Stores GmbH;ap@harbour.example;DE;company;R-118;2026-09-03;2026-10-03;1190.00;EUR;PO-7\n", "2026-09-20");
    assertThat(taken.out()).contains("It looks like a duplicate of R-100 of 2026-09-01 (same amount, order)");
    done("replay", "--from", "2026-10-02", "--to", "2026-10-12");
    assertThat(asked()).as("the rest goes on").containsExactly("1190.00 on 2026-10-02", "250.00 on 2026-10-05", "1440.00 on 2026-10-12");
    var listed = run("case", "duplicates", "--json").json();
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get("invoice").get("number").asString()).isEqualTo("R-118");
    assertThat(listed.get(0).get("looksLike").get("number").asString()).isEqualTo("R-100");
    assertThat(run("case", "answer", "R-118", "--outcome", "accepted", "--why", "x").err()).contains("It is we who ask");
    assertThat(run("case", "duplicate", "--invoice", "R-100", "--of", "R-118").err()).contains("It is R-118 that is held back");

    done("case", "duplicate", "--invoice", "R-118", "--of", "R-100", "--no", "--why", "two deliveries, says the warehouse", "--date", "2026-10-12");
    assertThat(run("case", "duplicates", "--json").json()).isEmpty();
    var all = run("case", "duplicates", "--all", "--json").json().get(0).get("decision");
    assertThat(all.get("what").asString()).isEqualTo("twoInvoices");
    assertThat(all.get("why").asString()).isEqualTo("two deliveries, says the warehouse");
    done("replay", "--from", "2026-10-13", "--to", "2026-10-16");
    assertThat(asked()).as("now both are chased").anyMatch(line -> line.startsWith("1190.00") || line.startsWith("2630.00"));
    done("doctor");
  }

  @Test
  void aWrongPriceIsCreditedInPartAndTheMoneyGoesToTheRest() throws IOException {
    take("invoices.csv", HEAD + "C-1;Harbour Stores GmbH;ap@harbour.example;DE;company;R-100;2026-09-01;2026-10-01;1190.00;EUR;\n", "2026-09-20");
    take("paid.csv", "Receipt Id;Date;Amount;Currency;Customer No;Invoice No\nB-1;2026-09-30;1100.00;EUR;C-1;R-100\n", "2026-09-30");
    done("replay", "--from", "2026-10-01", "--to", "2026-10-03");
    assertThat(run("case", "credit", "R-100", "--reason", "wrong_price", "--amount", "1200", "--why", "x").err()).contains("1,190.00 EUR are not credited yet");
    var credited = run("case", "credit", "R-100", "--reason", "wrong_price", "--amount", "190", "--why", "last year's list", "--date", "2026-10-03", "--json").json();
    assertThat(credited.get("creditNote").asString()).isEqualTo("CN-R-100");
    assertThat(credited.get("moved").asString()).isEqualTo("1000.00");
    assertThat(credited.get("left").asString()).isEqualTo("100.00");
    assertThat(open("R-100")).isZero();
    assertThat(late()).as("what was owed was paid in time").isZero();
    done("doctor");
  }

  private List<String> asked() {
    return sql.fetch(
            """
            select (select sum(a) from unnest(amounts) a) / 100.0 as sum, planned_on from correspondence.message
             where purpose = 'demand' and state = 'taken_as_sent' order by planned_on
            """)
        .map(row -> "%.2f on %s".formatted(row.get("sum", java.math.BigDecimal.class), row.get("planned_on", LocalDate.class)));
  }

  private long open(String number) {
    return sql.fetchSingle(
            "select i.gross - coalesce((select sum(amount) from ledger.posting p where p.invoice_id = i.id), 0)::bigint from ledger.invoice i where number = ?", number)
        .get(0, Long.class);
  }

  private long charged() {
    return sql.fetchSingle(
            "select coalesce((select sum(amount) from ledger.charge), 0)::bigint - coalesce((select sum(amount) from ledger.charge_posting), 0)::bigint")
        .get(0, Long.class);
  }

  private long late() {
    return sql.fetchSingle(
            """
            select count(*) from ledger.invoice i left join corrections.paid c on c.invoice_id = i.id
             where i.settled_on is not null and (c.invoice_id is null or c.paid_on is not null) and coalesce(c.paid_on, i.settled_on) > i.due_on
            """)
        .get(0, Long.class);
  }

  private List<String> journal() {
    return sql.fetch("select summary from journal.entry order by case_id, seq").map(row -> row.get(0, String.class));
  }

  private CommandRun take(String name, String text, String day) throws IOException {
    var file = Files.writeString(folder.resolve(day + name), text).toString();
    var taken = run("import", file, "--creditor", "Brightwell", "--dates", "ymd", "--date", day);
    assertThat(taken.exitCode()).as(taken.out() + taken.err()).isLessThan(2);
    return taken;
  }

  private void done(String... words) {
    var run = run(words);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private CommandRun run(String... words) {
    return CommandRun.of(database, words);
  }
}
