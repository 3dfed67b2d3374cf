package io.duly.banking.books;

import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.cases.Recorded;
import io.duly.intake.Finding;
import io.duly.intake.StatementsIn;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.ledger.Ledger;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/** One file of statements while it is taken in: a statement at a time, all in one transaction. */
final class FileTaking implements Consumer<Statement> {
  private static final int MOST_TOLD = 1000;

  /**
   * What stands still while the file is taken in.
   *
   * @param named the creditor that was named
   * @param format what the format of a kind of statement is called
   */
  record Setting(
      Connection connection, DSLContext tx, Ledger ledger, Freshness freshness, IdSource ids, Whose whose, Optional<String> named, Function<StatementKind, String> format, LocalDate today, Instant now) {}

  private record Key(String number, Currency currency) {}

  /** What a creditor's part of the file came to. */
  static final class Counts {
    final UUID file;
    long payments;
    long fresh;
    boolean stored;
    final List<Finding> findings = new ArrayList<>();

    Counts(UUID file) {
      this.file = file;
    }
  }

  private final Setting setting;
  private final AccountRows rows;
  private final Map<Key, AccountBook> books = new LinkedHashMap<>();
  private final Map<CreditorId, Counts> counts = new HashMap<>();
  private final List<StatementsIn.One> told = new ArrayList<>();
  private String format = "";
  private int statements;
  private int repeated;
  private long receipts;

  FileTaking(Setting setting) {
    this.setting = setting;
    this.rows = new AccountRows(setting.tx());
  }

  @Override
  public void accept(Statement statement) {
    var book = books.computeIfAbsent(new Key(statement.account(), statement.currency()), this::open);
    var mine = counts.computeIfAbsent(book.creditor(), _ -> new Counts(setting.ids().next()));
    var taken = new StatementTaking(setting, rows, book, mine.file).take(statement);
    statements++;
    format = format.isEmpty() ? setting.format().apply(statement.kind()) : format;
    mine.payments += taken.payments();
    mine.fresh += taken.fresh();
    mine.stored |= taken.stored();
    mine.findings.addAll(taken.findings());
    repeated += taken.stored() ? 0 : 1;
    receipts += taken.receipts();
    if (told.size() < MOST_TOLD) {
      told.add(taken.told());
    }
  }

  private AccountBook open(Key key) {
    var creditor = setting.whose().of(setting.tx(), rows.owners(key.number()), key.number(), setting.named());
    return rows.book(creditor, key.number(), key.currency(), setting.ids().next());
  }

  /** Writes down how far each account is known now. */
  void end() {
    books.values().forEach(book -> rows.knownTo(book.id(), book.shelf().knownTo().map(this::notAhead)));
    setting.freshness().changed(setting.tx(), counts.keySet(), Recorded.by("duly", setting.today(), setting.now()));
  }

  /** Nobody knows today what is booked tomorrow, whatever day a statement bears. */
  private LocalDate notAhead(LocalDate day) {
    return day.isAfter(setting.today()) ? setting.today() : day;
  }

  Map<CreditorId, Counts> counts() {
    return counts;
  }

  StatementsIn report() {
    return new StatementsIn(books.size(), statements, repeated, counts.values().stream().mapToLong(one -> one.payments).sum(), receipts, told, Optional.empty());
  }

  /** What the format of its first statement is called, without how its columns were read; empty where it holds none. */
  String format() {
    return format.split("#", 2)[0];
  }

  /** The kinds of statements it held, in words. */
  String kinds() {
    return String.join(", ", new TreeSet<>(told.stream().map(StatementsIn.One::kind).toList()));
  }
}
