package io.duly.banking.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.banking.statement.Statement;
import io.duly.intake.csv.FileRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of banks' lists that nobody expects. */
@Tag("P08")
class OddRowsTest {
  private static final String MAP =
      """
      kind: bankStatements
      columns: {Day: bookedOn, Text: text, Out: debit, In: credit, Left: balance, '#6': ignore}
      dates: ymd
      currency: EUR
      account: DE02120300000000202051
      """;

  @TempDir private Path folder;

  @Test
  void aPaymentOfNothingKeepsNothingOut() throws IOException {
    var statement = read("2026-06-01;Invoice;;10.00;10.00;\n2026-06-02;Account keeping;0.00;0.00;;\n2026-06-03;Rent;4.00;;6.00;\n").getFirst();
    assertThat(statement.entries()).hasSize(3).extracting(one -> one.amount().minor()).containsExactly(1000L, 0L, -400L);
    assertThat(statement.closing()).isPresent();
  }

  @Test
  void sumsBelowThePaymentsAreLeftOutAndSaid() throws IOException {
    var statement = read("2026-06-01;Invoice;;10.00;10.00;\n;Closing balance;;10.00;;\n").getFirst();
    assertThat(statement.entries()).hasSize(1);
    assertThat(statement.findings().toString()).contains("A row with a sum or a balance was left out");
  }

  @Test
  void amountsThatAddUpToMoreThanThereIsAreRefused() {
    var row = "2026-06-01;Invoice;;90000000000000000.00;;\n";
    assertThatThrownBy(() -> read(row + row)).isInstanceOf(FileRefused.class).hasMessageContaining("more than any account holds");
    var guess = guess("Date;Text;Debit;Credit;Balance;Note\n" + "2026-06-01;Invoice;;90000000000000000.00;90000000000000000.00;\n".repeat(3));
    assertThat(guess).isNotInstanceOf(Guess.Other.class);
  }

  @Test
  void aDraftOfAListSaysWhatTheGuessFound() throws IOException {
    var choices = ListGuess.draft(lines("Date;Text;Debit;Credit;Balance;\n2026-06-01;Invoice;;10.00;10.00;x\n2026-06-03;Rent;4.00;;6.00;y\n"), SHAPE, HINTS).choices();
    assertThat(choices.columns()).containsEntry("Date", "bookedOn").containsEntry("Credit", "credit").containsEntry("Balance", "balance").containsKey("#6");
    assertThat(BankMapReader.choices(choices.yaml())).isEqualTo(choices);
  }

  private static final io.duly.intake.csv.Shape SHAPE = new io.duly.intake.csv.Shape(';', '"');
  private static final Hints HINTS = new Hints("list.csv", Optional.empty(), Optional.of("EUR"), Optional.empty(), LocalDate.of(2026, 6, 30));

  private static Guess guess(String text) {
    try {
      return ListGuess.of(lines(text), SHAPE, HINTS);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private static List<Line> lines(String text) throws IOException {
    return Lines.of(new java.io.StringReader(text), SHAPE, 0);
  }

  private List<Statement> read(String rows) throws IOException {
    var file = Files.writeString(folder.resolve("list.csv"), "Day;Text;Out;In;Left;\n" + rows);
    var fitted = BankList.at(file).orElseThrow().fit(BankMapReader.read(MAP)).orElseThrow();
    var statements = new ArrayList<Statement>();
    new ExportReader(fitted, new RowReader(fitted, Optional.empty(), Optional.empty()), ExportReader.Beside.asOf(Optional.empty()), List.of()).read(BankList.read(file, fitted), statements::add);
    return statements;
  }
}
