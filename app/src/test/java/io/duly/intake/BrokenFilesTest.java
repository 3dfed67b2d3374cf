package io.duly.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P03")
class BrokenFilesTest {
  private static final String HEADER = "number,debtor_id,name,issue_date,due_date,currency,amount";
  private static final int MUTATIONS = 150;
  private static Desk desk;

  @BeforeAll
  static void open() throws IOException {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void datesThatCanBeReadInTwoWaysAreRefusedWithBothReadings() {
    var report = desk.take("number,debtor_id,issue_date,due_date,currency,amount", "D1,1,03/04/2026,05/06/2026,EUR,10.00");

    assertThat(report.refused()).isTrue();
    assertThat(report.findings().getFirst().message()).contains("2026-04-03", "2026-03-04", "--dates dmy", "--dates mdy");
  }

  @Test
  void anAmountThatCouldBeThousandsOrDecimalsIsRefusedUnlessTheCurrencyTells() {
    var header = "number;debtor_id;issue_date;currency;amount";
    assertThat(desk.take(header, "K1;1;2026-01-01;KWD;1.234").findings().getFirst().code()).isEqualTo("ambiguous-amounts");
    assertThat(desk.take(header, "K2;1;2026-01-01;EUR;1.234").imported()).isEqualTo(1);
    assertThat(desk.number("select gross from ledger.invoice where number = 'K2'")).isEqualTo(123_400);
  }

  @Test
  void aBadRowIsSetAsideWithItsLineAndAllOfItsText() {
    var report = desk.take(HEADER, "Q1,1,A,2026-01-01,2026-02-01,EUR,10.00", "Q2,1,A,2026-02-31,2026-03-01,EUR,10.00", "Q3,1,A,2026-01-01");

    assertThat(report).extracting(FileReport::imported, FileReport::quarantined).containsExactly(1L, 2L);
    assertThat(desk.rows("select line, field, raw from intake.quarantine where raw like 'Q%' order by line")).hasSize(2)
        .first().satisfies(row -> assertThat(row).containsEntry("line", 3L).containsEntry("field", "issuedOn"));
  }

  @Test
  void formulasStayTextAndAreNamed() {
    var report = desk.take(HEADER, "F1,f1,=cmd|' /C calc'!A0,2026-01-01,2026-02-01,EUR,10.00");

    assertThat(report.findingCounts()).containsKey("formula-like");
    assertThat(desk.count("parties.debtor where name like '=cmd|%'")).isEqualTo(1);
  }

  @Test
  void aQuoteThatIsNeverClosedSpoilsOnlyItsLine() {
    var report = desk.take(HEADER, "U1,1,A,2026-01-01,2026-02-01,EUR,10.00", "U2,1,\"A,2026-01-01,2026-02-01,EUR,10.00", "U3,1,A,2026-01-01,2026-02-01,EUR,10.00");

    assertThat(report).extracting(FileReport::imported, FileReport::quarantined).containsExactly(2L, 1L);
  }

  @Test
  void whatIsNoListIsRefusedInASentence() {
    assertThat(code("".getBytes(StandardCharsets.UTF_8))).isEqualTo("empty");
    assertThat(code((HEADER + "\n").getBytes(StandardCharsets.UTF_8))).isEqualTo("no-rows");
    assertThat(code("PK\u0003\u0004xyz".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("not-text");
    assertThat(code(new byte[5000])).isEqualTo("not-text");
    assertThat(code("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("no-header");
    assertThat(code((HEADER + ",amount\nX,1,A,2026-01-01,2026-02-01,EUR,10,10\n").getBytes(StandardCharsets.UTF_8))).isEqualTo("duplicate-column");
  }

  @Test
  void tooLongAndTooWideRowsAreSetAside() {
    var report = desk.take(HEADER, "L1,1,A,2026-01-01,2026-02-01,EUR,10.00", "L2,1," + "x".repeat(10_000_000) + ",2026-01-01,2026-02-01,EUR,10.00",
        "L3" + ",".repeat(5000), "L4,1,A\0,2026-01-01,2026-02-01,EUR,10.00", "L5,1,A,2026-01-01,2026-02-01,EUR,10.00");

    assertThat(report).extracting(FileReport::imported, FileReport::quarantined).containsExactly(2L, 3L);
    assertThat(report.findings().stream().map(Finding::code)).contains("row-too-long", "too-many-cells", "not-text");
  }

  @Test
  void theSameListInOtherClothesSaysTheSame() throws IOException {
    try (var other = new Desk()) {
      var german = "Rechnungsnr.;Kundennr.;Kundenname;Rechnungsdatum;Fälligkeit;Währung;Bruttobetrag\nÄ1;7;Müller;03.01.2026;13.02.2026;EUR;1.234,50\n";
      var latin = other.take(ImportRequest.on(Desk.TODAY), other.file(german.getBytes(java.nio.charset.Charset.forName("windows-1252"))));
      var utf16 = other.take(ImportRequest.on(Desk.TODAY), other.file(("\uFEFF" + german).getBytes(StandardCharsets.UTF_16LE)));

      assertThat(latin.imported()).isEqualTo(1);
      assertThat(utf16.duplicates()).isEqualTo(1);
      assertThat(other.count("ledger.invoice i join parties.debtor d on d.id = i.debtor_id where gross = 123450 and issued_on = '2026-01-03' and d.name = 'Müller'")).isEqualTo(1);
    }
  }

  @Test
  void mutatedFilesNeverBreakAnything() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    for (int mutation = 0; mutation < MUTATIONS; mutation++) {
      long before = desk.count("ledger.invoice");
      var report = desk.take(ImportRequest.on(Desk.TODAY), desk.file(mutated(random, mutation)));
      assertThat(report.rows()).isEqualTo(report.imported() + report.duplicates() + report.quarantined());
      assertThat(desk.count("ledger.invoice")).isBetween(before, before + report.imported());
    }
    assertThat(desk.number("select coalesce(sum(amount), 0) from ledger.posting p where not exists (select from ledger.receipt r where r.id = p.receipt_id)")).isZero();
  }

  private static byte[] mutated(RandomGenerator random, int mutation) {
    var text = new StringBuilder(HEADER + ",open_amount,settled date\n");
    for (int row = 0; row < 8; row++) {
      text.append("M%d-%d,%d,\"N, %d\",2026-01-%02d,2026-02-%02d,EUR,%d.50,%d.00,%s%n".formatted(
          mutation, row, row % 3, row % 3, row + 13, row + 13, 100 + row, row * 10, row % 2 == 0 ? "2026-03-01" : ""));
    }
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int change = random.nextInt(6); change >= 0; change--) {
      int at = random.nextInt(bytes.length);
      bytes[at] = switch (random.nextInt(5)) {
        case 0 -> (byte) random.nextInt(256);
        case 1 -> '"';
        case 2 -> '\n';
        case 3 -> ';';
        default -> ',';
      };
    }
    return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1) : bytes;
  }

  private static String code(byte[] bytes) {
    var report = desk.take(ImportRequest.on(Desk.TODAY), desk.file(bytes));
    assertThat(report.refused()).isTrue();
    return report.findings().getFirst().code();
  }
}
