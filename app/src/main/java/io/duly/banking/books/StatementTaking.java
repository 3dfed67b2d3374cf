package io.duly.banking.books;

import io.duly.banking.statement.Balance;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.intake.Finding;
import io.duly.intake.StatementsIn;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Receipt;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.exception.DataAccessException;

/** Takes one statement into the books of its account: placed, compared with what is known, stored with its receipts. */
final class StatementTaking {
  private static final int RECEIPTS_AT_ONCE = 20_000;

  /**
   * What became of a statement.
   *
   * @param stored false where it was known before, whole
   */
  record Taken(boolean stored, long payments, long fresh, long receipts, List<Finding> findings, StatementsIn.One told) {}

  private final FileTaking.Setting setting;
  private final AccountRows rows;
  private final AccountBook book;
  private final UUID file;

  StatementTaking(FileTaking.Setting setting, AccountRows rows, AccountBook book, UUID file) {
    this.setting = setting;
    this.rows = rows;
    this.book = book;
    this.file = file;
  }

  Taken take(Statement statement) {
    var head = head(statement);
    var payments = Payment.of(statement, setting.today());
    var words = new Wording(book, statement);
    if (book.shelf().knows(head)) {
      return new Taken(false, payments.size(), 0, 0, List.of(words.known()), words.told(payments.size(), 0, new Place("duplicate", Optional.empty())));
    }
    var shared = book.shelf().mayShare(head);
    var same = Sameness.of(payments, shared.isEmpty() ? List.of() : rows.candidates(head, shared));
    book.shelf().add(head);
    noteOverlaps(head, same);
    var place = place(head, !same.isEmpty());
    var findings = words.findings(same.size(), place, book.shelf().gaps().stream().filter(gap -> gap.before().equals(head)).toList(), setting.today());
    var entries = told(head, payments, same);
    write(statement, head, entries, findings);
    long receipts = entries.stream().filter(one -> one.receipt().isPresent()).count();
    return new Taken(true, payments.size(), payments.size() - same.size(), receipts, findings, words.told(payments.size(), payments.size() - same.size(), place));
  }

  private Head head(Statement statement) {
    boolean dated = statement.from().isPresent() || statement.opening().isPresent();
    boolean ended = statement.to().isPresent() || statement.closing().isPresent();
    return new Head(
        setting.ids().next(), statement.kind(), setting.format().apply(statement.kind()), statement.number(), statement.page(), dated ? statement.from() : statement.begins(),
        ended ? statement.to() : statement.ends(), statement.opening().map(Balance::amount).map(Money::minor), statement.opening().map(Balance::day),
        statement.closing().map(Balance::amount).map(Money::minor), statement.closing().map(Balance::day), Prints.of(statement), setting.now());
  }

  /** Booked statements that share payments hang together, whatever their balances. */
  private void noteOverlaps(Head head, Map<Payment.Spot, UUID> same) {
    if (head.kind() == StatementKind.BOOKED && !same.isEmpty()) {
      var roots = new HashSet<>(same.values());
      rows.tellingOf(roots).forEach(other -> book.shelf().overlap(head.id(), other));
    }
  }

  private Place place(Head head, boolean repeats) {
    if (head.kind() != StatementKind.BOOKED) {
      return new Place("apart", Optional.empty());
    }
    if (!head.chained()) {
      return new Place("unplaced", Optional.empty());
    }
    var missing = book.shelf().missingBefore(head);
    if (missing.isPresent()) {
      return new Place("gap", missing);
    }
    var before = book.shelf().before(head);
    if (before.isEmpty()) {
      return new Place("first", Optional.empty());
    }
    return new Place(repeats && before.stream().anyMatch(other -> book.shelf().share(head, other)) ? "overlap" : "follows", Optional.empty());
  }

  private List<Told> told(Head head, List<Payment> payments, Map<Payment.Spot, UUID> same) {
    var all = new ArrayList<Told>(payments.size());
    for (var payment : payments) {
      var root = Optional.ofNullable(same.get(payment.spot()));
      boolean money = root.isEmpty() && head.kind() != StatementKind.INTRADAY && payment.comesIn();
      all.add(new Told(setting.ids().next(), payment, root, money ? Optional.of(setting.ids().next()) : Optional.empty()));
    }
    return all;
  }

  private void write(Statement statement, Head head, List<Told> entries, List<Finding> findings) {
    var receipts = entries.stream().filter(one -> one.receipt().isPresent()).map(this::receipt).toList();
    for (int from = 0; from < receipts.size(); from += RECEIPTS_AT_ONCE) {
      setting.ledger().receive(setting.tx(), receipts.subList(from, Math.min(receipts.size(), from + RECEIPTS_AT_ONCE)));
    }
    var booked = statement.entries().stream().filter(Entry::booked).toList();
    long total = booked.stream().map(Entry::amount).filter(amount -> amount.currency().equals(book.currency())).mapToLong(Money::minor).reduce(0, Math::addExact);
    StatementRows.write(setting.tx(), book, file, head, statement.id(), booked.size(), total, findings.stream().map(Finding::message).toList());
    try {
      StatementRows.write(setting.connection(), book, head, entries);
    } catch (SQLException refused) {
      throw new DataAccessException("The entries of a statement could not be stored", refused);
    }
  }

  private Receipt receipt(Told told) {
    var payment = told.payment();
    var said = payment.details();
    var party = said.counterparty();
    return new Receipt(
        new ReceiptId(told.receipt().orElseThrow()), book.creditor(), Optional.empty(), payment.amount(), payment.day(), Receipt.Kind.BANK,
        said.references().stream().findFirst().or(said::endToEnd).map(StatementRows::storable), party.name().or(party::ultimate).map(StatementRows::storable),
        Optional.of("bank:" + told.id()));
  }

  /** @param link as {@link StatementsIn.One#link} says it */
  record Place(String link, Optional<Missing> missing) {}
}
