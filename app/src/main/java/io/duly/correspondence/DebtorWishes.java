package io.duly.correspondence;

import static io.duly.database.jooq.correspondence.Tables.MESSAGE;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What a debtor wishes of contacts, as people write it down: in force from the moment it was received, what waits against
 * it is withdrawn in the same transaction, and the journal of the debtor's open cases has its line (invariants 8 and 12).
 */
@Component
public final class DebtorWishes {
  private final StatedWishes wishes;
  private final CaseJournal cases;

  DebtorWishes(StatedWishes wishes, CaseJournal cases) {
    this.wishes = wishes;
    this.cases = cases;
  }

  /**
   * What was stated.
   *
   * @param wishes of this statement, as they read now
   * @param withdrawn how many messages that waited do not leave any more
   */
  public record Stated(List<WishLine> wishes, int withdrawn) {}

  /**
   * The debtor said so.
   *
   * @param words as they said it
   * @param received when, not in the future
   * @throws CannotRecord where nothing is wished, no words are given, or it lies in the future
   */
  public Stated state(DSLContext tx, DebtorId debtor, List<Wish> all, String words, Instant received, Recorded by) {
    require(all, words, received, by);
    var before = WishLines.of(tx, debtor).stream().map(WishLine::id).collect(Collectors.toSet());
    var said = new StatedWishes.Statement(creditorOf(tx, debtor), debtor, words.strip(), by.actor(), by.recordedAt());
    int waited = waiting(tx, debtor);
    all.forEach(wish -> write(tx, said, wish, received));
    var stated = new Stated(WishLines.of(tx, debtor).stream().filter(line -> !before.contains(line.id())).toList(), waited - waiting(tx, debtor));
    tell(tx, debtor, stated, words.strip(), new Recorded(by.actor(), by.on(), received, by.recordedAt()));
    return stated;
  }

  /** Every wish of a debtor, those in force first. */
  public List<WishLine> of(DSLContext tx, DebtorId debtor) {
    return WishLines.of(tx, debtor);
  }

  /**
   * The debtor takes a wish back.
   *
   * @throws CannotRecord where the debtor has no such wish in force, or it is not said why
   */
  public void end(DSLContext tx, DebtorId debtor, UUID wish, String why, Recorded by) {
    if (why.isBlank()) {
      throw new CannotRecord("Say why the wish does not hold any more.");
    }
    var line = WishLines.of(tx, debtor).stream().filter(one -> one.id().equals(wish) && one.isInForce()).findFirst();
    if (line.isEmpty() || !wishes.takeBack(tx, debtor, wish, why.strip(), by.actor(), by.recordedAt())) {
      throw new CannotRecord("This debtor has no wish " + wish + " in force; ./duly wish list shows them.");
    }
    var summary = "Wish taken back (" + line.get().sentence() + "): " + why.strip();
    cases.write(tx, cases.openOf(tx, debtor), "wish-ended", summary, Map.of("wish", wish.toString(), "why", why.strip()), by);
  }

  private void write(DSLContext tx, StatedWishes.Statement said, Wish wish, Instant received) {
    switch (wish) {
      case Wish.Stop(var stop) -> wishes.stop(tx, said, stop);
      case Wish.Represented(var by) -> wishes.represented(tx, said, by, received);
      case Wish.Inconvenient(var hours) -> wishes.inconvenient(tx, said, hours, received);
      case Wish.Consent(var channel) -> wishes.consent(tx, said, channel, received);
      case Wish.AlsoIn(var zone) -> wishes.alsoIn(tx, said, zone, received);
    }
  }

  private void tell(DSLContext tx, DebtorId debtor, Stated stated, String words, Recorded by) {
    var sentences = stated.wishes().stream().map(WishLine::sentence).sorted().collect(Collectors.joining("; "));
    var left = stated.withdrawn() == 0 ? "" : " " + stated.withdrawn() + (stated.withdrawn() == 1 ? " message that waited is" : " messages that waited are") + " withdrawn.";
    var ids = stated.wishes().stream().map(line -> line.id().toString()).toList();
    var facts = Map.of("wishes", ids, "words", words, "withdrawn", stated.withdrawn());
    cases.write(tx, cases.openOf(tx, debtor), "wish-stated", "The debtor wishes: " + sentences + ". “" + words + "”" + left, facts, by);
  }

  private static void require(List<Wish> all, String words, Instant received, Recorded by) {
    if (all.isEmpty()) {
      throw new CannotRecord("Say what the debtor wishes.");
    }
    if (words.isBlank()) {
      throw new CannotRecord("Write down what the debtor said, in their words.");
    }
    if (received.isAfter(by.recordedAt())) {
      throw new CannotRecord("The wish would be in the future; record it when it was said.");
    }
  }

  private static int waiting(DSLContext tx, DebtorId debtor) {
    return tx.fetchCount(MESSAGE, MESSAGE.DEBTOR_ID.eq(debtor.value()).and(MESSAGE.STATE.eq("checked")));
  }

  private static CreditorId creditorOf(DSLContext tx, DebtorId debtor) {
    return tx.fetchOptional("select creditor_id from parties.debtor where id = ?", debtor.value())
        .map(row -> new CreditorId(row.get(0, UUID.class)))
        .orElseThrow(() -> new CannotRecord("There is no debtor " + debtor + "."));
  }
}
