package io.duly.correspondence.reply;

import io.duly.cases.Recorded;
import io.duly.correspondence.sending.Committed;
import io.duly.correspondence.sending.Moment;
import io.duly.kernel.CaseId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What debtors write to us. */
@Component
public final class Replies {
  /** A part of them. */
  public enum Shelf {
    /** For a person to read. */
    WAITING,
    /** For a person to say whose they are. */
    UNMATCHED,
    /** Machines' answers and reports, which need nobody. */
    AUTOMATIC,
    DONE,
    ALL
  }

  private final Committed transactions;
  private final Taking taking;
  private final ReadByPerson people;

  Replies(Committed transactions, Taking taking, ReadByPerson people) {
    this.transactions = transactions;
    this.taking = taking;
    this.people = people;
  }

  /**
   * Takes a message in, in a transaction of its own. The same message again changes nothing; what cannot be read is kept and listed
   * with the reason.
   *
   * @throws SQLException where the database does not answer; then nothing was taken in
   */
  public TakenIn take(Arrival arrival, Moment at) throws SQLException {
    return take(arrival, at, (_, _) -> {});
  }

  /** What whoever brings a message writes down in the same transaction. */
  interface Beside {
    void write(DSLContext tx, TakenIn taken);
  }

  TakenIn take(Arrival arrival, Moment at, Beside beside) throws SQLException {
    var mail = MailReader.read(arrival.bytes(), arrival.envelope());
    var reading = Reading.of(mail);
    return transactions.run(
        tx -> {
          var taken = taking.take(tx, arrival, mail, reading, at);
          beside.write(tx, taken);
          return taken;
        });
  }

  /** Those that wait the longest first, urgent ones before all; others the latest first. */
  public List<ReplyLine> list(DSLContext tx, Shelf shelf, int most, LocalDate day) {
    return ReplyRead.list(tx, shelf, Optional.empty(), most, day);
  }

  /** Those that come after one of them; the first ones where none is named. */
  public List<ReplyLine> list(DSLContext tx, Shelf shelf, Optional<UUID> after, int most, LocalDate day) {
    return ReplyRead.list(tx, shelf, after, most, day);
  }

  public Optional<Reply> find(DSLContext tx, UUID id, LocalDate day) {
    return ReplyRead.one(tx, id, day);
  }

  /** How many need a person, as far as the transaction's role may see. */
  public int waiting(DSLContext tx) {
    return tx.fetchSingle("select count(*)::int from correspondence.reply where state in ('waiting', 'unmatched')").get(0, Integer.class);
  }

  /** Cases that an unmatched message may be about: its marks, sender and the invoices it names. For a person, never by itself. */
  public List<MayBeOf> mayBeOf(DSLContext tx, Reply reply) {
    return MayBeOf.of(tx, reply);
  }

  /**
   * Says whose a message is; then it holds the debtor as if that had been known at once.
   *
   * @throws io.duly.cases.CannotRecord where it is attributed already, or there is no such case
   */
  public void attach(DSLContext tx, UUID id, CaseId recovery, Recorded by) {
    people.attach(tx, id, recovery, by);
  }

  /**
   * Says what a message says and what follows from it; then its hold ends.
   *
   * @throws io.duly.cases.CannotRecord where it was settled, or something cannot follow; then nothing does
   */
  public void settle(DSLContext tx, UUID id, Settlement said, Recorded by) {
    people.settle(tx, id, said, by);
  }
}
