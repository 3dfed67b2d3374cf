package io.duly.desk.worklist;

import static java.util.function.Function.identity;

import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.GivenDebtor;
import io.duly.correspondence.KnownDebtor;
import io.duly.kernel.CreditorId;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import io.duly.strategy.TrackRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads what the lines of a page say beside what is to do: in four queries, however many the lines are. */
@Component
final class LineFacts {
  private static final String FACTS =
      """
      select c.id, c.debtor_id, c.creditor_id, d.kind as party, d.country, d.region, d.city, d.time_zone, cr.time_zone as creditor_zone,
             (d.phone is not null and not exists (select from correspondence.dead_address x
                 where x.debtor_id = d.id and x.address = lower(d.phone) and x.ended_at is null)
               or exists (select from parties.contact_person n where n.debtor_id = d.id and n.phone is not null and n.right_party <> 'wrong')) as number,
             cr.collects, p.amount, p.due_on, broken.count as broken, habit.settled, habit.late,
             k.person_id, k.claimed_by, k.since, c.owner_id, last.day, last.direction, last.channel, coalesce(o.kind, last.kind) as kind, coalesce(o.connected, true) as connected
        from unnest(?::uuid[]) as shown (id)
        join cases.recovery_case c on c.id = shown.id
        join parties.debtor d on d.id = c.debtor_id
        join parties.creditor cr on cr.id = c.creditor_id
        left join cases.claim k on k.case_id = c.id and k.released_at is null and k.since <= ?::timestamptz and k.until > ?::timestamptz
        left join agreements.promise p on p.case_id = c.id and p.outcome is null
       cross join lateral (
         select count(*)::int from agreements.promise b where b.case_id = c.id and b.outcome in ('broken', 'partly_kept')) broken
       cross join lateral (
         select count(*)::int as settled, (count(*) filter (where coalesce(paid.paid_on, i.settled_on) > i.due_on))::int as late
           from ledger.invoice i left join corrections.paid paid on paid.invoice_id = i.id and paid.debtor_id = c.debtor_id
          where i.debtor_id = c.debtor_id and i.settled_on <= ? and (paid.invoice_id is null or paid.paid_on is not null)) habit
        left join lateral (
         (select t.id, t.day, t.direction, t.channel, t.kind, t.message_id from correspondence.contact t
           where t.debtor_id = c.debtor_id and t.direction = 'out' order by t.day desc limit 1)
         union all
         (select t.id, t.day, t.direction, t.channel, t.kind, t.message_id from correspondence.contact t
           where t.debtor_id = c.debtor_id and t.direction = 'in' order by t.day desc limit 1)
         order by day desc, direction limit 1) last on true
        left join lateral (
         select x.kind, x.connected from correspondence.contact_outcome x where x.contact_id = last.id and last.message_id is null
          order by x.recorded_at desc, x.id desc limit 1) o on true
      """;

  private final ContactPermission permission;
  private final Clock clock;

  LineFacts(ContactPermission permission, Clock clock) {
    this.permission = permission;
    this.clock = clock;
  }

  List<Line> add(DSLContext scoped, List<WorkLine> lines, LocalDate today) {
    var ids = lines.stream().map(WorkLine::caseId).toArray(UUID[]::new);
    var now = clock.instant();
    var moment = now.atOffset(ZoneOffset.UTC);
    var rows = scoped.fetch(FACTS, ids, moment, moment, today).stream().collect(Collectors.toMap(row -> row.get("id", UUID.class), identity()));
    var known = permission.known(scoped, given(rows.values()), now);
    var asked = new HashMap<KnownDebtor, Answer>();
    return lines.stream().flatMap(line -> Optional.ofNullable(rows.get(line.caseId())).stream().map(row -> {
      var debtor = Objects.requireNonNull(known.get(row.get("debtor_id", UUID.class)), "a debtor of a line that was not asked about");
      return new Line(line, facts(row, now(line, row, debtor, now, asked)));
    })).toList();
  }

  private static Map<UUID, GivenDebtor> given(Iterable<Record> rows) {
    var given = new HashMap<UUID, GivenDebtor>();
    for (var row : rows) {
      given.put(
          row.get("debtor_id", UUID.class),
          GivenDebtor.of(
              new CreditorId(row.get("creditor_id", UUID.class)),
              new GivenDebtor.Creditor(row.get("collects", String.class), row.get("creditor_zone", String.class)),
              row.get("party", String.class),
              new GivenDebtor.Place(
                  row.get("country", String.class), row.get("region", String.class), row.get("city", String.class),
                  row.get("time_zone", String.class))));
    }
    return given;
  }

  /** Debtors of whom the same is known are asked about once; not at all who has no number, or a promise that runs (P28). */
  private Now now(WorkLine line, Record row, KnownDebtor known, Instant now, Map<KnownDebtor, Answer> asked) {
    boolean calls = row.get("number", Boolean.class) && row.get("amount") == null;
    var answer =
        !calls || line.work() == Work.WAIT || line.held().isPresent()
            ? Optional.<Answer>empty()
            : Optional.of(asked.computeIfAbsent(known, one -> permission.ask(one, Reach.by(Channel.CALL), Purpose.CHASE, now)));
    return new Now(now.atZone(known.zone()), row.get("number", Boolean.class), answer);
  }

  private Facts facts(Record row, Now now) {
    int broken = row.get("broken", Integer.class);
    var running =
        Optional.ofNullable(row.get("amount", Long.class))
            .map(amount -> new Promised.Running(amount, row.get("due_on", LocalDate.class)));
    var record = new TrackRecord(row.get("settled", Integer.class), row.get("late", Integer.class), broken);
    return new Facts(new Promised(running, broken), record, lastContact(row), now, taken(row), Optional.ofNullable(row.get("owner_id", UUID.class)));
  }

  private Optional<Taken> taken(Record row) {
    return Optional.ofNullable(row.get("person_id", UUID.class))
        .map(person -> {
          var since = row.get("since", OffsetDateTime.class).atZoneSameInstant(clock.getZone());
          return new Taken(person, row.get("claimed_by", String.class), since);
        });
  }

  private static Optional<LastContact> lastContact(Record row) {
    return Optional.ofNullable(row.get("day", LocalDate.class))
        .map(day -> new LastContact(day, row.get("direction", String.class).equals("out"), row.get("channel", String.class), cameOfIt(row)));
  }

  private static Optional<String> cameOfIt(Record row) {
    return Optional.ofNullable(row.get("kind", String.class))
        .filter(kind -> !kind.equals("written"))
        .map(kind ->
            switch (kind) {
              case "conversation" -> row.get("connected", Boolean.class) ? "talk" : "not_reached";
              case "attempt" -> row.get("connected", Boolean.class) ? "no_answer" : "not_reached";
              default -> kind;
            });
  }
}
