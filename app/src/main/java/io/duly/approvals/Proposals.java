package io.duly.approvals;

import static io.duly.database.jooq.identity.Tables.ANSWERS_READ;
import static io.duly.database.jooq.identity.Tables.PROPOSAL;
import static io.duly.database.jooq.identity.Tables.PROPOSAL_DECISION;

import io.duly.cases.CaseHead;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was proposed and decided, as it is kept. Both only grow. */
@Component
class Proposals {
  /** How long somebody can say yes. */
  static final Duration GOOD_FOR = Duration.ofDays(7);

  private static final int MOST = 200;

  private static final String READ =
      """
      select p.*, coalesce(who.name, debtor.name, whose.name) as name, c.number as case_number, proposer.login, d.outcome, d.decided_at, d.reason, decider.login as decider
        from identity.proposal p
        join identity.person proposer on proposer.id = p.proposed_by
        left join identity.person who on who.id = p.person_id
        left join parties.creditor whose on whose.id = p.creditor_id
        left join cases.recovery_case c on c.id = p.case_id
        left join parties.debtor debtor on debtor.id = c.debtor_id
        left join identity.proposal_decision d on d.proposal_id = p.id
        left join identity.person decider on decider.id = d.decided_by
       where\s""";

  private static final String IN_ORDER = " order by p.proposed_at desc, p.id desc limit " + MOST;

  private final DSLContext dsl;
  private final IdSource ids;
  private final InstantSource clock;

  Proposals(DSLContext dsl, IdSource ids, InstantSource clock) {
    this.dsl = dsl;
    this.ids = ids;
    this.clock = clock;
  }

  /** A new one about a creditor or a person. What waits about the same gives way to it. */
  UUID add(Kind kind, UUID subject, String was, String becomes, PersonId by, String from) {
    return kind.isOfPeople() ? add(kind, subject, null, subject, was, becomes, by, from) : add(kind, subject, subject, null, was, becomes, by, from);
  }

  /** A new one about a case. */
  UUID add(CaseHead about, String was, String becomes, PersonId by, String from) {
    return add(Kind.OFFER, about.id().value(), about.creditor().value(), null, was, becomes, by, from);
  }

  private UUID add(Kind kind, UUID subject, @Nullable UUID creditor, @Nullable UUID person, String was, String becomes, PersonId by, String from) {
    hold(subject);
    waitingAbout(kind, subject).forEach(before -> decide(before, Proposal.Outcome.REPLACED, by, from, ""));
    var id = ids.next();
    var now = clock.instant();
    dsl.insertInto(PROPOSAL)
        .set(PROPOSAL.ID, id)
        .set(PROPOSAL.KIND, kind.code())
        .set(PROPOSAL.CREDITOR_ID, creditor)
        .set(PROPOSAL.PERSON_ID, person)
        .set(PROPOSAL.CASE_ID, kind == Kind.OFFER ? subject : null)
        .set(PROPOSAL.WAS, was)
        .set(PROPOSAL.BECOMES, becomes)
        .set(PROPOSAL.PROPOSED_BY, by.value())
        .set(PROPOSAL.PROPOSED_FROM, from)
        .set(PROPOSAL.PROPOSED_AT, at(now))
        .set(PROPOSAL.EXPIRES_AT, at(now.plus(GOOD_FOR)))
        .execute();
    return id;
  }

  /** Held until the transaction ends: whoever decides about the same waits. */
  Optional<Proposal> locked(UUID id) {
    find(id).ifPresent(one -> hold(one.subject()));
    return find(id);
  }

  /** Whoever proposes or decides about the same waits until the transaction ends. Asked for before anything else is held. */
  void hold(UUID subject) {
    dsl.execute("select pg_advisory_xact_lock(hashtext('duly proposal'), hashtext(?))", subject.toString());
  }

  Optional<Proposal> find(UUID id) {
    return read("p.id = ?", id).stream().findFirst();
  }

  List<Proposal> waiting() {
    return read("p.expires_at > ?::timestamptz and d.proposal_id is null", now());
  }

  List<Proposal> overSince(Instant since) {
    return read("p.proposed_at > ?::timestamptz and (d.proposal_id is not null or p.expires_at <= ?::timestamptz)", at(since), now());
  }

  List<Proposal> waitingAbout(Kind kind, UUID subject) {
    return read("p.kind = ? and p.about = ? and p.expires_at > ?::timestamptz and d.proposal_id is null", kind.code(), subject, now());
  }

  List<Proposal> waitingAbout(UUID subject) {
    return read("p.about = ? and p.expires_at > ?::timestamptz and d.proposal_id is null", subject, now());
  }

  /** Whether it was: not where somebody has decided already. */
  boolean decide(Proposal proposal, Proposal.Outcome outcome, PersonId by, String from, String reason) {
    return dsl.insertInto(PROPOSAL_DECISION)
            .set(PROPOSAL_DECISION.PROPOSAL_ID, proposal.id())
            .set(PROPOSAL_DECISION.OUTCOME, outcome.code())
            .set(PROPOSAL_DECISION.DECIDED_BY, by.value())
            .set(PROPOSAL_DECISION.DECIDED_FROM, from)
            .set(PROPOSAL_DECISION.DECIDED_AT, now())
            .set(PROPOSAL_DECISION.REASON, reason)
            .set(PROPOSAL_DECISION.ABOUT, proposal.subject())
            .set(PROPOSAL_DECISION.PROPOSED_BY, proposal.by().value())
            .set(PROPOSAL_DECISION.EXPIRES_AT, at(proposal.expires()))
            .onConflict(PROPOSAL_DECISION.PROPOSAL_ID)
            .doNothing()
            .execute()
        == 1;
  }

  /** Somebody has read what became of what they proposed. */
  void answersRead(PersonId person) {
    dsl.insertInto(ANSWERS_READ)
        .set(ANSWERS_READ.PERSON_ID, person.value())
        .set(ANSWERS_READ.UNTIL, now())
        .onConflict(ANSWERS_READ.PERSON_ID)
        .doUpdate()
        .set(ANSWERS_READ.UNTIL, now())
        .execute();
  }

  Instant answersReadUntil(PersonId person) {
    return dsl.select(ANSWERS_READ.UNTIL).from(ANSWERS_READ).where(ANSWERS_READ.PERSON_ID.eq(person.value())).fetchOptional(ANSWERS_READ.UNTIL).map(OffsetDateTime::toInstant).orElse(Instant.EPOCH);
  }

  private List<Proposal> read(String which, Object... values) {
    return dsl.fetch(READ + which + IN_ORDER, values).map(Proposals::proposal);
  }

  private static Proposal proposal(Record row) {
    return new Proposal(
        row.get("id", UUID.class), Kind.of(row.get("kind", String.class)), Optional.ofNullable(row.get("creditor_id", UUID.class)).map(CreditorId::new),
        Optional.ofNullable(row.get("person_id", UUID.class)).map(PersonId::new), recovery(row), row.get("name", String.class), row.get("was", String.class),
        row.get("becomes", String.class), new PersonId(row.get("proposed_by", UUID.class)), row.get("login", String.class), instant(row, "proposed_at"),
        instant(row, "expires_at"), decision(row));
  }

  private static Optional<Proposal.CaseOf> recovery(Record row) {
    return Optional.ofNullable(row.get("case_id", UUID.class)).map(id -> new Proposal.CaseOf(new CaseId(id), row.get("case_number", Long.class)));
  }

  private static Optional<Proposal.Decision> decision(Record row) {
    return Optional.ofNullable(row.get("outcome", String.class))
        .map(outcome -> new Proposal.Decision(Proposal.Outcome.of(outcome), row.get("decider", String.class), instant(row, "decided_at"), row.get("reason", String.class)));
  }

  private static Instant instant(Record row, String column) {
    return row.get(column, OffsetDateTime.class).toInstant();
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
