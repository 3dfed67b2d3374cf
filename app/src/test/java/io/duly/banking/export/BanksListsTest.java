package io.duly.banking.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.kernel.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Lists as banks of many countries offer them, written for this test, told and read without a map. */
@Tag("P08")
class BanksListsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  private static Path folder() {
    return Path.of("src/test/resources/bank-lists");
  }

  @TestFactory
  Stream<DynamicTest> everyBanksListIsReadWithoutAMap() throws IOException {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(folder().resolve("expected.csv"))) {
      return rows.stream().toList().stream().map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> check(row)));
    }
  }

  private static void check(NamedCsvRecord row) throws IOException {
    var file = folder().resolve(row.getField("file"));
    var clear = guessed(file);
    var known = row.getField("account").equals("?") ? "KNOWN" : row.getField("account");
    boolean inRows = clear.fitted().has(Column.ACCOUNT);
    assertThat(inRows || !known.equals("KNOWN") == clear.account().isPresent() || row.getField("file").matches("(santander-uk|societe-generale).csv")).as("account " + clear.account()).isTrue();
    var statement = read(clear, row.getField("currency"));
    assertThat(statement.entries()).as(clear.told().toString()).hasSize(Integer.parseInt(row.getField("entries")));
    assertThat(sum(statement).major()).isEqualByComparingTo(row.getField("sum"));
    assertThat(statement.currency().getCurrencyCode()).isEqualTo(row.getField("currency"));
    if (!known.equals("KNOWN")) {
      assertThat(statement.account()).isEqualTo(known);
    }
    assertThat(statement.opening().map(one -> one.amount().major().toPlainString()).orElse("")).isEqualTo(row.getField("opening"));
    assertThat(statement.closing().map(one -> one.amount().major().toPlainString()).orElse("")).isEqualTo(row.getField("closing"));
    words(row, statement.entries().getFirst());
    assertThat(statement.entries()).as("each has a name or a text").allMatch(one -> one.details().counterparty().name().isPresent() || one.bankCode().isPresent() || !one.details().remittance().isEmpty());
  }

  private static void words(NamedCsvRecord row, Entry first) {
    if (!row.getField("firstText").isEmpty()) {
      assertThat(first.details().remittance()).contains(row.getField("firstText"));
    }
    if (!row.getField("firstName").isEmpty()) {
      assertThat(first.details().counterparty().name()).contains(row.getField("firstName"));
    }
  }

  private static Money sum(Statement statement) {
    return statement.entries().stream().map(Entry::amount).reduce(Money.zero(statement.currency()), Money::plus);
  }

  @TestFactory
  Stream<DynamicTest> theOrderOfTheRowsChangesNothing() throws IOException {
    try (var files = Files.list(folder())) {
      return files.filter(file -> !file.endsWith("expected.csv")).sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> turned(file)));
    }
  }

  private static void turned(Path file) throws IOException {
    var clear = guessed(file);
    var lines = new ArrayList<>(BankList.read(file, clear.fitted().shape(), Optional.empty(), 0));
    var payments = clear.payments();
    var others = new ArrayList<>(payments);
    Collections.reverse(others);
    for (int at = 0; at < payments.size(); at++) {
      lines.set(lines.indexOf(payments.get(at)), others.get(at).cells().isEmpty() ? others.get(at) : new Line(payments.get(at).number(), others.get(at).cells()));
    }
    var again = ListGuess.of(lines, clear.fitted().shape(), hints(file));
    assertThat(again).as(again.toString()).isInstanceOf(Guess.Clear.class);
    assertThat(((Guess.Clear) again).fitted().places()).isEqualTo(clear.fitted().places());
  }

  private static Guess.Clear guessed(Path file) throws IOException {
    var list = BankList.at(file).orElseThrow();
    var shape = list.shape(Optional.empty());
    var seen = ListGuess.of(list.rows(shape, Integer.MAX_VALUE), shape, hints(file));
    assertThat(seen).as("by its first rows: " + seen).isNotInstanceOf(Guess.Other.class);
    var guess = ListGuess.of(BankList.read(file, shape, Optional.empty(), 0), shape, hints(file));
    assertThat(guess).as(guess.toString()).isInstanceOf(Guess.Clear.class);
    return (Guess.Clear) guess;
  }

  private static Hints hints(Path file) {
    return new Hints(String.valueOf(file.getFileName()), Optional.empty(), Optional.empty(), Optional.empty(), TODAY);
  }

  private static Statement read(Guess.Clear clear, String currency) {
    var statements = new ArrayList<Statement>();
    var rows = new RowReader(clear.fitted(), clear.account().map(Whereabouts::plain).or(() -> Optional.of("KNOWN")), clear.currency().or(() -> Optional.of(currency)));
    new ExportReader(clear.fitted(), rows, clear.beside(), List.of()).read(clear.payments(), statements::add);
    assertThat(statements).hasSize(1);
    return statements.getFirst();
  }
}
