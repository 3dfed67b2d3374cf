package io.duly.calls;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.PersonId;
import io.duly.parties.ContactPersons;
import io.duly.parties.RightParty;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Calls that are under way, and those of a case. */
@Component
public final class Calls {
  private final CaseJournal cases;
  private final ContactPersons people;

  Calls(CaseJournal cases, ContactPersons people) {
    this.cases = cases;
    this.people = people;
  }

  /** The call of an id, where the caller of this may see it. */
  public Optional<Call> find(DSLContext tx, UUID id) {
    return CallRow.one(tx, "k.id = ?", id);
  }

  /** The same, locked until the transaction ends. */
  public Optional<Call> locked(DSLContext tx, UUID id) {
    return tx.fetchOptional("select from calls.call where id = ? for no key update", id).flatMap(_ -> find(tx, id));
  }

  /** The call that is under way with a debtor. */
  public Optional<Call> underWay(DSLContext tx, DebtorId debtor) {
    return CallRow.one(tx, "k.debtor_id = ? and k.ended_at is null", debtor.value());
  }

  /** The debtor's numbers that turned out to be somebody else's. */
  public Set<String> wrongNumbers(DSLContext tx, DebtorId debtor) {
    return Set.copyOf(tx.fetch("select address from correspondence.dead_address where debtor_id = ? and ended_at is null", debtor.value()).getValues(0, String.class));
  }

  /** The calls of a case that have ended, the last one last. */
  public List<Call> ended(DSLContext tx, CaseId recovery) {
    return CallRow.all(tx, "k.case_id = ? and k.ended_at is not null", recovery.value());
  }

  /**
   * The right person is on the line (P10): from now on the debt may be spoken of.
   *
   * @param how what showed it
   * @throws CannotRecord where a name or how is missing
   */
  public void verified(DSLContext tx, Call call, String name, String how, Recorded by) {
    requireOpen(call);
    if (name.isBlank() || how.isBlank()) {
      throw new CannotRecord("Write down who is on the line and what showed it.");
    }
    int marked = tx.execute(
        "update calls.call set party_at = ?::timestamptz, party_name = ?, party_how = ? where id = ? and party_at is null", at(by.occurredAt()), name.strip(),
        how.strip(), call.id());
    if (marked == 1) {
      var asked = call.asksFor().flatMap(id -> people.of(tx, call.debtor()).stream().filter(one -> one.id().equals(id)).findFirst());
      asked.filter(one -> one.details().name().equalsIgnoreCase(name.strip())).ifPresent(one -> people.mark(tx, one.id(), RightParty.VERIFIED));
      tell(tx, call, "right-party", "Right party on the line: " + name.strip() + " (" + how.strip() + ").", Map.of("name", name.strip(), "how", how.strip()), by);
    }
  }

  /** It is getting heated (P15). */
  public void heated(DSLContext tx, Call call, Recorded by) {
    requireOpen(call);
    if (tx.execute("update calls.call set heated_at = ?::timestamptz where id = ? and heated_at is null", at(by.occurredAt()), call.id()) == 1) {
      tell(tx, call, "call-heated", "The talk became heated; calm words, and an offer to call back.", Map.of(), by);
    }
  }

  /**
   * Somebody else finishes it.
   *
   * @param mayAlways a manager may, also while the other is still writing
   * @throws CannotRecord where it ended, or somebody is still writing in it
   */
  public void takeOver(DSLContext tx, Call call, PersonId to, boolean mayAlways, Recorded by) {
    requireOpen(call);
    if (!mayAlways && !call.isStale(by.occurredAt())) {
      throw new CannotRecord(call.caller().name() + " is still in this call. A manager may take it over; others after half an hour in which nothing was written.");
    }
    tx.execute("update calls.call set caller_id = ?, chased_at = null where id = ?", to.value(), call.id());
    tell(tx, call, "call-taken-over", "The call of " + call.caller().name() + " was taken over.", Map.of("from", call.caller().login()), by);
  }

  /** They asked for copies of invoices, which go out (P18). */
  public void copiesPlanned(DSLContext tx, Call call, int invoices, String channel, java.time.LocalDate on, Recorded by) {
    tell(tx, call, "copies-promised", "Copies of " + invoices + " invoices were asked for in the call; they go by " + channel + " on " + on + ".",
        Map.of("invoices", invoices, "channel", channel, "on", on.toString()), by);
  }

  static void requireOpen(Call call) {
    if (!call.isOpen()) {
      throw new CannotRecord("This call has ended; add what is missing as a note of the case.");
    }
  }

  void tell(DSLContext tx, Call call, String kind, String summary, Map<String, Object> facts, Recorded by) {
    var all = new java.util.TreeMap<String, Object>(facts);
    all.put("call", call.id().toString());
    cases.write(tx, List.of(cases.head(tx, call.recovery())), kind, summary, all, by);
  }

  /** To the microsecond, as the journal keeps it: nothing lies before what it began with. */
  static String at(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC).toString();
  }
}
