package io.duly.demo;

import static io.duly.database.jooq.banking.Tables.ACCOUNT;
import static io.duly.database.jooq.banking.Tables.STATEMENT;

import io.duly.intake.ImportRequest;
import io.duly.intake.Intake;
import io.duly.intake.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The statements of the creditors' banks, taken in as everybody's are. */
@Component
final class BankPost {
  private static final long FIRST_BALANCE = 2_500_000;

  private final DSLContext database;
  private final Intake intake;

  BankPost(DSLContext database, Intake intake) {
    this.database = database;
    this.intake = intake;
  }

  /** Whether there are accounts: from the first statement on, each day wants its own. */
  boolean began() {
    return database.fetchExists(ACCOUNT);
  }

  /** The day's statements up to the evening before: a few payments, some of which nobody can be sure of. */
  void deliver(World world, LocalDate day) {
    world.portfolio().creditors().forEach(creditor -> take(creditor, statement(creditor, day.minusDays(1), BankPayments.of(database, creditor.name(), day)), day));
  }

  /** A day on which nothing came. */
  void deliverNothing(World world, LocalDate day) {
    world.portfolio().creditors().forEach(creditor -> take(creditor, statement(creditor, day.minusDays(1), List.of()), day));
  }

  private BankStatement statement(DemoCreditor creditor, LocalDate evening, List<BankStatement.Line> lines) {
    var account = "7001-" + Integer.toUnsignedString(creditor.name().hashCode());
    var opening = last(account).orElse(FIRST_BALANCE);
    return new BankStatement(account, creditor.land().currency(), evening, opening, lines);
  }

  private Optional<Long> last(String account) {
    return database.select(STATEMENT.CLOSING).from(STATEMENT).join(ACCOUNT).on(ACCOUNT.ID.eq(STATEMENT.ACCOUNT_ID))
        .where(ACCOUNT.NUMBER.eq(account)).and(STATEMENT.CLOSING.isNotNull())
        .orderBy(STATEMENT.CLOSING_ON.desc()).limit(1).fetchOptional(STATEMENT.CLOSING);
  }

  private void take(DemoCreditor creditor, BankStatement statement, LocalDate day) {
    try {
      var file = Files.createTempFile("statement-", ".xml");
      try {
        Files.writeString(file, statement.camt(), StandardCharsets.UTF_8);
        requireTaken(intake.take(List.of(file), ImportRequest.on(day).of(creditor.name()), Progress.NONE).getFirst().refused(), creditor);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("The demonstration's statement could not be written to the temporary directory.", broken);
    } catch (SQLException broken) {
      throw new IllegalStateException("The demonstration's statement could not be taken in.", broken);
    }
  }

  private static void requireTaken(boolean refused, DemoCreditor creditor) {
    if (refused) {
      throw new IllegalStateException("The demonstration's statement of " + creditor.name() + " was refused.");
    }
  }
}
