package io.duly.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.MessageId;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.ContactKind;
import io.duly.rules.contact.Inconvenient;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import io.duly.rules.contact.Stop;
import io.duly.testing.Office;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sixteen connections claim contacts with debtors of fourteen places, at random, and say what came of them. Each takes a number while it
 * holds the debtor's lock; in the order of these numbers a {@link Ruled second, slow writing of the rules} is asked the same
 * questions of a list of its own. Each answer must be the same, with the same rules, and the ledger must hold the same lines.
 * {@code -Dduly.contact-attempts=100000} for the bar of issue 4.
 */
@Tag("P13")
class ModelledClaimsTest {
  @AutoClose private static final Office OFFICE = new Office();
  private static final int CONNECTIONS = 16;
  private static final int ATTEMPTS = Integer.getInteger("duly.contact-attempts", 4000);
  private static final int A_DEBTOR = 80;
  private static final int AT_ONCE = 5;
  private static final Instant BEGIN = Instant.parse("2026-08-25T00:00:00Z");
  private static final int DAYS = 34;
  private static final List<UUID> DEBTS = List.of(new UUID(1, 1), new UUID(1, 2));
  private static final List<Channel> CHANNELS = List.of(Channel.values());
  private static final List<ContactKind> SPOKEN = List.of(ContactKind.ATTEMPT, ContactKind.MESSAGE_LEFT, ContactKind.CONVERSATION);
  private static final List<String[]> PLACES =
      List.of(
          new String[] {"US", "TX", "", "America/Chicago"}, new String[] {"US", "MA", "", "America/New_York"},
          new String[] {"US", "NY", "New York", "America/New_York"}, new String[] {"US", "FL", "", "America/New_York"},
          new String[] {"US", "CA", "", "America/New_York", "America/Los_Angeles"}, new String[] {"CA", "ON", "", "America/Toronto"},
          new String[] {"CA", "AB", "", "America/Edmonton"}, new String[] {"CA", "QC", "", "America/Toronto"},
          new String[] {"AU", "NSW", "", "Australia/Sydney"}, new String[] {"NL", "", "", "Europe/Amsterdam"},
          new String[] {"DE", "", "", "Europe/Berlin"}, new String[] {"FR", "", "", "Europe/Paris"},
          new String[] {"IN", "", "", "Asia/Kolkata"}, new String[] {"IE", "", "", "Europe/Dublin"});

  private final AtomicLong order = new AtomicLong();

  private record Target(Neighbour neighbour, Ruled.Who who) {}

  private sealed interface Event {
    long nth();

    Target target();
  }

  private record Tried(long nth, Target target, ContactClaim claim, Answer answer, Optional<ContactKind> became, boolean connected) implements Event {}

  private record Came(long nth, Target target, Channel channel, Instant at, UUID about) implements Event {}

  private record Changed(long nth, Target target, UUID contact, ContactKind kind, boolean connected) implements Event {}

  @Test
  void everyConcurrentAttemptIsAnsweredAsTheSlowModelAnswersIt() throws InterruptedException, ExecutionException {
    var targets = new ArrayList<Target>();
    var random = new Random(42);
    for (int one = 0; one < Math.max(AT_ONCE, ATTEMPTS / A_DEBTOR); one++) {
      targets.add(target(random));
    }
    var events = tryAll(targets);
    var histories = new HashMap<Target, List<Event>>();
    events.forEach(event -> histories.computeIfAbsent(event.target(), _ -> new ArrayList<>()).add(event));
    var rules = new TreeSet<String>();
    int allowed = 0;
    for (var history : histories.values()) {
      allowed += replay(history, rules);
    }
    assertThat(events.stream().filter(Tried.class::isInstance)).hasSize(ATTEMPTS / CONNECTIONS * CONNECTIONS);
    assertThat(rules).as("the attempts meet every rule that is modelled").hasSizeGreaterThan(ATTEMPTS < 20_000 ? 20 : 33);
    assertThat(allowed).isGreaterThan(ATTEMPTS / 100);
    System.out.println(ATTEMPTS + " attempts, " + allowed + " allowed, refused by " + rules);
  }

  private Target target(Random random) {
    var place = PLACES.get(random.nextInt(PLACES.size()));
    var kind = place[0].equals("IN") ? "consumer" : List.of("consumer", "company", "unknown", "sole_trader").get(random.nextInt(4));
    var neighbour = new Neighbour(OFFICE, kind, place[0], place[1].isEmpty() ? null : place[1], place[3]);
    var collects = Optional.of(List.of("own_debts", "for_another", "").get(random.nextInt(3))).filter(word -> !word.isEmpty());
    neighbour.sql.execute("update parties.creditor set collects = ? where id = ?", collects.orElse(null), neighbour.creditor.value());
    neighbour.sql.execute("update parties.debtor set city = ? where id = ?", place[2], neighbour.id.value());
    var zones = new ArrayList<ZoneId>();
    for (int at = 3; at < place.length; at++) {
      zones.add(ZoneId.of(place[at]));
    }
    zones.stream().skip(1).forEach(zone -> wishes().alsoIn(neighbour.sql, neighbour.said("there"), zone, Instant.EPOCH));
    var who = new Ruled.Who(kind, place[0], place[1], collects, zones, said(neighbour, random), hold(neighbour, random));
    return new Target(neighbour, who);
  }

  private static StatedWishes wishes() {
    return OFFICE.the(StatedWishes.class);
  }

  private static Ruled.Said said(Neighbour debtor, Random random) {
    var since = moment(random);
    Optional<Channel> stopped = Optional.of(CHANNELS.get(random.nextInt(5))).filter(_ -> random.nextInt(4) == 0);
    Optional<Instant> all = Optional.of(moment(random)).filter(_ -> random.nextInt(12) == 0);
    Optional<Instant> represented = Optional.of(moment(random)).filter(_ -> random.nextInt(12) == 0);
    Optional<DayOfWeek> weekday = Optional.of(DayOfWeek.of(1 + random.nextInt(7))).filter(_ -> random.nextInt(3) == 0);
    Optional<Channel> consent = Optional.of(CHANNELS.get(random.nextInt(3))).filter(_ -> random.nextInt(2) == 0);
    stopped.ifPresent(channel -> wishes().stop(debtor.sql, debtor.said("not so"), Stop.by(since, channel)));
    all.ifPresent(from -> wishes().stop(debtor.sql, debtor.said("stop"), Stop.everything(from)));
    represented.ifPresent(from -> wishes().represented(debtor.sql, debtor.said("my lawyer"), from));
    weekday.ifPresent(
        day -> wishes().inconvenient(debtor.sql, debtor.said("not then"), new Inconvenient(Set.of(day), LocalTime.of(15, 0), LocalTime.of(17, 0), Optional.empty()), since));
    consent.ifPresent(channel -> wishes().consent(debtor.sql, debtor.said("so, please"), channel, since));
    return new Ruled.Said(stopped, all, represented, weekday, consent, since);
  }

  private static Optional<LocalDate[]> hold(Neighbour debtor, Random random) {
    if (random.nextInt(4) > 0) {
      return Optional.empty();
    }
    var first = LocalDate.of(2026, 8, 25).plusDays(random.nextInt(DAYS));
    var last = first.plusDays(random.nextInt(6));
    debtor.sql.execute(
        "insert into cases.hold (id, creditor_id, debtor_id, kind, why, since, until, placed_by) values (gen_random_uuid(), ?, ?, 'hardship', 'ill', ?, ?, 'person:anna')",
        debtor.creditor.value(), debtor.id.value(), first, last);
    return Optional.of(new LocalDate[] {first, last});
  }

  private static Instant moment(Random random) {
    return BEGIN.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
  }

  private List<Event> tryAll(List<Target> targets) throws InterruptedException, ExecutionException {
    var events = new ConcurrentLinkedQueue<Event>();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      var all = new ArrayList<Callable<Boolean>>();
      for (int thread = 0; thread < CONNECTIONS; thread++) {
        var random = new Random(thread);
        all.add(() -> tryMany(targets, random, events));
      }
      for (var done : threads.invokeAll(all)) {
        done.get();
      }
    }
    return List.copyOf(events);
  }

  /** A few debtors at a time, so that the connections meet. */
  private boolean tryMany(List<Target> targets, Random random, ConcurrentLinkedQueue<Event> events) {
    int each = ATTEMPTS / CONNECTIONS;
    for (int attempt = 0; attempt < each; attempt++) {
      int from = (int) ((long) attempt * Math.max(1, targets.size() - AT_ONCE) / each);
      var target = targets.get(Math.min(targets.size() - 1, from + random.nextInt(AT_ONCE)));
      attempt(target, random, events);
      if (random.nextInt(12) == 0) {
        events.add(theyCame(target, random));
      }
    }
    return true;
  }

  private void attempt(Target target, Random random, ConcurrentLinkedQueue<Event> events) {
    var claim = claim(target.neighbour, random);
    boolean spoken = claim.kind() != ContactKind.WRITTEN;
    Optional<ContactKind> became = Optional.of(SPOKEN.get(random.nextInt(3))).filter(_ -> spoken && random.nextBoolean());
    boolean connected = random.nextInt(4) > 0;
    boolean later = random.nextBoolean();
    var tried = target.neighbour.sql.transactionResult(tx -> claimed(tx.dsl(), target, claim, later ? Optional.empty() : became, connected));
    events.add(tried);
    if (later && became.isPresent() && tried.answer instanceof Answer.Allowed) {
      events.add(target.neighbour.sql.transactionResult(tx -> changed(tx.dsl(), target, claim.id(), became.get(), connected)));
    }
  }

  private Tried claimed(DSLContext tx, Target target, ContactClaim claim, Optional<ContactKind> became, boolean connected) {
    var answer = OFFICE.the(ContactSlots.class).claim(tx, claim);
    if (answer instanceof Answer.Allowed) {
      became.ifPresent(kind -> outcome(tx, claim.id(), kind, connected));
    }
    return new Tried(order.getAndIncrement(), target, claim, answer, became, connected);
  }

  private Changed changed(DSLContext tx, Target target, UUID contact, ContactKind kind, boolean connected) {
    lock(tx, target);
    outcome(tx, contact, kind, connected);
    return new Changed(order.getAndIncrement(), target, contact, kind, connected);
  }

  private static void outcome(DSLContext tx, UUID contact, ContactKind kind, boolean connected) {
    OFFICE.the(ContactSlots.class).outcome(tx, contact, kind, connected, "person:anna", Instant.parse("2026-10-01T09:00:00Z"));
  }

  private Came theyCame(Target target, Random random) {
    var channel = List.of(Channel.CALL, Channel.EMAIL, Channel.SMS).get(random.nextInt(3));
    var at = moment(random);
    var about = DEBTS.get(random.nextInt(2));
    return target.neighbour.sql.transactionResult(
        inner -> {
          var tx = inner.dsl();
          lock(tx, target);
          var known = OFFICE.the(ContactPermission.class).known(tx, target.neighbour.id, Optional.empty(), at);
          var outcome = channel == Channel.CALL ? CameOfIt.TALK : CameOfIt.SENT;
          var report = new ContactReport(target.neighbour.id, Optional.of(new CaseId(about)), Reach.by(channel), outcome, at, Optional.empty());
          OFFICE.the(ContactLedger.class).incoming(tx, OFFICE.the(IdSource.class).next(), known, report);
          return new Came(order.getAndIncrement(), target, channel, at, about);
        });
  }

  private static void lock(DSLContext tx, Target target) {
    tx.fetch("select id from parties.debtor where id = ? for no key update", target.neighbour.id.value());
  }

  private static ContactClaim claim(Neighbour debtor, Random random) {
    var channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
    boolean spoken = channel == Channel.CALL || channel == Channel.VISIT;
    var kind = spoken ? SPOKEN.get(random.nextInt(SPOKEN.size())) : ContactKind.WRITTEN;
    var purpose = random.nextInt(5) == 0 ? Purpose.REPLY : Purpose.CHASE;
    var about = new CaseId(DEBTS.get(random.nextInt(2)));
    return new ContactClaim(
        OFFICE.the(IdSource.class).next(), debtor.id, Optional.of(about), Reach.by(channel), purpose, kind, moment(random),
        Optional.<MessageId>empty(), Optional.empty());
  }

  /** The same events to the model; answers how many attempts it let through. */
  private static int replay(List<Event> history, Set<String> rules) {
    var lines = new ArrayList<Ruled.Line>();
    Map<UUID, Ruled.Line> made = new HashMap<>();
    for (var event : history.stream().sorted(Comparator.comparingLong(Event::nth)).toList()) {
      switch (event) {
        case Came came -> lines.add(new Ruled.Line(came.at, false, came.channel, came.channel == Channel.CALL ? ContactKind.CONVERSATION : ContactKind.WRITTEN, came.about));
        case Changed changed -> change(made.get(changed.contact), changed.kind, changed.connected);
        case Tried tried -> compare(tried, lines, rules).ifPresent(line -> {
          lines.add(line);
          made.put(tried.claim.id(), line);
        });
      }
    }
    var target = history.getFirst().target();
    assertThat(target.neighbour.contacts()).isEqualTo(lines.size());
    return made.size();
  }

  private static Optional<Ruled.Line> compare(Tried tried, List<Ruled.Line> lines, Set<String> rules) {
    var claim = tried.claim;
    var about = claim.recovery().orElseThrow().value();
    var expected = Ruled.refusals(tried.target.who, lines, claim.at(), claim.reach().channel(), claim.purpose(), about);
    assertThat(ids(tried.answer)).as("%s of %s, said %s, after %s", claim, tried.target.who, tried.target.who.said(), lines.size()).isEqualTo(expected);
    rules.addAll(expected);
    if (tried.answer instanceof Answer.Refused refused) {
      if (tried.nth % 79 == 0 && !mayAnswerWhatIsStillToCome(claim, lines)) {
        nextAllowed(tried, lines, refused);
      }
      return Optional.empty();
    }
    var line = new Ruled.Line(claim.at(), true, claim.reach().channel(), claim.kind(), about);
    tried.became.ifPresent(kind -> change(line, kind, tried.connected));
    return Optional.of(line);
  }

  /** What they say after the question lets an answer through from that moment on; nobody who is asked before can know it. */
  private static boolean mayAnswerWhatIsStillToCome(ContactClaim claim, List<Ruled.Line> lines) {
    return claim.purpose() == Purpose.REPLY && lines.stream().anyMatch(line -> !line.ours && line.channel == claim.reach().channel() && line.at.isAfter(claim.at()));
  }

  /** Minute by minute, until the model lets it through; of what the debtor wishes, what had been said by then. */
  private static void nextAllowed(Tried tried, List<Ruled.Line> lines, Answer.Refused refused) {
    var claim = tried.claim;
    var who = tried.target.who.knownAt(claim.at());
    var at = claim.at();
    var end = at.plus(4, ChronoUnit.DAYS);
    while (at.isBefore(end)
        && !Ruled.refusals(who, lines, at, claim.reach().channel(), claim.purpose(), claim.recovery().orElseThrow().value()).isEmpty()) {
      at = at.plus(1, ChronoUnit.MINUTES);
    }
    if (at.isBefore(end)) {
      assertThat(refused.nextAllowed()).as("%s", claim).contains(at);
    } else {
      assertThat(refused.nextAllowed().filter(next -> next.isBefore(end))).isEmpty();
    }
  }

  private static void change(Ruled.Line line, ContactKind kind, boolean connected) {
    line.kind = kind;
    line.connected = connected;
  }

  private static Set<String> ids(Answer answer) {
    var ids = new TreeSet<String>();
    if (answer instanceof Answer.Refused refused) {
      refused.reasons().forEach(reason -> ids.add(reason.basis().id()));
    }
    return ids;
  }
}
