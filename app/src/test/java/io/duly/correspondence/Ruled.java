package io.duly.correspondence;

import io.duly.rules.contact.Channel;
import io.duly.rules.contact.ContactKind;
import io.duly.rules.contact.Purpose;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The rules about contacts written a second time, by hand and slowly, over a plain list of what happened: nothing of the code
 * under test but its words. The places and holidays are those of September 2026 that {@link ModelledClaimsTest} needs.
 */
final class Ruled {
  static final List<LocalDate> LABOUR_DAY = List.of(LocalDate.of(2026, 9, 7));
  private static final Set<DayOfWeek> WORKDAYS_AND_SATURDAY =
      Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

  /** Who is asked about. */
  record Who(String kind, String country, String part, Optional<String> collects, List<ZoneId> zones, Said said, Optional<LocalDate[]> hold) {
    /** Without what was said later. */
    Who knownAt(Instant at) {
      return new Who(kind, country, part, collects, zones, said.by(at), hold);
    }

    boolean mayBePerson() {
      return !kind.equals("company");
    }

    boolean mayBeCompany() {
      return kind.equals("company") || kind.equals("unknown");
    }

    boolean mayBeFor(String whom) {
      return collects.filter(known -> !known.equals(whom)).isEmpty();
    }
  }

  /** @param weekday on which from three to five in the afternoon is inconvenient */
  record Said(
      Optional<Channel> stopped, Optional<Instant> stoppedAll, Optional<Instant> represented, Optional<DayOfWeek> weekday,
      Optional<Channel> consent, Instant since) {
    Said by(Instant at) {
      boolean later = since.isAfter(at);
      return new Said(
          stopped.filter(_ -> !later), stoppedAll.filter(said -> !said.isAfter(at)), represented.filter(said -> !said.isAfter(at)),
          weekday.filter(_ -> !later), consent.filter(_ -> !later), since);
    }
  }

  /** One line of what happened. */
  static final class Line {
    final Instant at;
    final boolean ours;
    final Channel channel;
    final UUID about;
    ContactKind kind;
    boolean connected = true;

    Line(Instant at, boolean ours, Channel channel, ContactKind kind, UUID about) {
      this.at = at;
      this.ours = ours;
      this.channel = channel;
      this.kind = kind;
      this.about = about;
    }
  }

  private final Who who;
  private final List<Line> lines;
  private final Instant at;
  private final Channel by;
  private final Purpose purpose;
  private final UUID about;

  private Ruled(Who who, List<Line> lines, Instant at, Channel by, Purpose purpose, UUID about) {
    this.who = who;
    this.lines = lines;
    this.at = at;
    this.by = by;
    this.purpose = purpose;
    this.about = about;
  }

  /** The ids of the rules that refuse; empty where the contact may be made. */
  static Set<String> refusals(Who who, List<Line> lines, Instant at, Channel by, Purpose purpose, UUID about) {
    var refused = new TreeSet<String>();
    for (var zone : who.zones) {
      new Ruled(who, lines, at, by, purpose, about).ask(zone, refused);
    }
    return refused;
  }

  private void ask(ZoneId zone, Set<String> refused) {
    house(zone, refused);
    switch (who.country) {
      case "US" -> us(zone, refused);
      case "CA" -> ca(zone, refused);
      case "AU" -> au(zone, refused);
      case "NL" -> nl(zone, refused);
      case "IN" -> {
        person(refused, "IN-RBI-HOURS", closed(zone, 8, 19, false) && !replies(zone), Channel.CALL, Channel.SMS, Channel.VISIT);
        companies(zone, refused, List.of());
      }
      default -> {
        person(refused, who.country + "-DEFAULT-PERSONS", closedDays(zone, 8, 20, List.of()) && !replies(zone), notLetters());
        companies(zone, refused, List.of());
        person(refused, "FR-CONS-L121-7", who.country.equals("FR") && stoppedChannel(zone), Channel.values());
      }
    }
  }

  private void house(ZoneId zone, Set<String> refused) {
    all(refused, "HOUSE-ONE-A-DAY", lines.stream().anyMatch(line -> line.ours && day(line.at, zone).equals(day(at, zone))));
    all(refused, "HOUSE-HOLD", who.hold.filter(days -> !day(at, zone).isBefore(days[0]) && !day(at, zone).isAfter(days[1])).isPresent());
    all(refused, "HOUSE-STOP", stoppedAll());
    all(refused, "HOUSE-STOP-CHANNEL", stoppedChannel(zone));
    all(refused, "HOUSE-REPRESENTED", represented());
    all(refused, "HOUSE-INCONVENIENT", inconvenient(zone));
  }

  private void us(ZoneId zone, Set<String> refused) {
    if (who.mayBePerson() && who.mayBeFor("for_another")) {
      person(refused, "US-REGF-HOURS", closed(zone, 8, 21, true) && !replies(zone), notLetters());
      person(refused, "US-REGF-INCONVENIENT", inconvenient(zone), Channel.values());
      person(refused, "US-REGF-REPRESENTED", represented(), Channel.values());
      person(refused, "US-REGF-CEASE", stoppedAll(), Channel.values());
      person(refused, "US-REGF-MEDIUM", stoppedChannel(zone), Channel.values());
      boolean asked = consented(zone, Channel.CALL, at);
      person(
          refused, "US-REGF-SEVEN-CALLS",
          !asked && full(zone, 7, 7, line -> line.channel == Channel.CALL && line.connected && sameDebt(line) && !consented(zone, Channel.CALL, line.at)),
          Channel.CALL);
      person(refused, "US-REGF-AFTER-CONVERSATION", !asked && restsAfterTalk(zone), Channel.CALL);
    }
    if (who.mayBeFor("own_debts")) {
      person(refused, "US-DEFAULT-PERSONS", closed(zone, 8, 21, true) && !replies(zone), notLetters());
    }
    companies(zone, refused, LABOUR_DAY);
    switch (who.part) {
      case "MA" -> {
        var calls = Set.of(Channel.CALL, Channel.SMS);
        person(refused, "US-MA-TWO-CALLS", full(zone, 2, 7, line -> calls.contains(line.channel) && line.connected && sameDebt(line)), Channel.CALL, Channel.SMS);
        person(refused, "US-MA-HOURS", closed(zone, 8, 21, true), Channel.CALL, Channel.SMS, Channel.VISIT);
        person(refused, "US-MA-ONE-VISIT", full(zone, 1, 30, line -> line.channel == Channel.VISIT && line.connected && sameDebt(line)), Channel.VISIT);
      }
      case "NY" -> {
        boolean inForce = !day(at, zone).isBefore(LocalDate.of(2026, 9, 1));
        person(refused, "US-NYC-THREE", inForce && full(zone, 3, 7, line -> line.connected && sameDebt(line)), Channel.values());
        boolean agreed = who.said.consent.filter(by::equals).isPresent() && !who.said.since.isAfter(at);
        person(refused, "US-NYC-CONSENT", inForce && !agreed && !replies(zone), Channel.EMAIL, Channel.SMS);
      }
      case "FL" -> person(refused, "US-FL-HOURS", closed(zone, 8, 21, false), Channel.CALL, Channel.SMS, Channel.VISIT);
      default -> {}
    }
  }

  private void ca(ZoneId zone, Set<String> refused) {
    if (who.mayBeFor("for_another")) {
      var open = isSunday(zone) ? closed(zone, 13, 17, false) : closed(zone, 7, who.part.equals("AB") ? 22 : 21, false);
      boolean shut = open || LABOUR_DAY.contains(day(at, zone));
      switch (who.part) {
        case "ON" -> {
          channels(refused, "CA-ON-HOURS", shut, notLetters());
          channels(refused, "CA-ON-THREE", full(zone, 3, 7, this::madeNotByLetter), notLetters());
          channels(refused, "CA-ON-NOTICE", tooSoonAfterLetter(zone), Channel.CALL, Channel.SMS, Channel.VISIT);
        }
        case "AB" -> {
          channels(refused, "CA-AB-HOURS", shut, notLetters());
          channels(refused, "CA-AB-THREE", full(zone, 3, 7, line -> line.channel != Channel.LETTER && line.connected), notLetters());
        }
        default -> channels(refused, "CA-QC-HOURS", closedDays(zone, 8, 20, LABOUR_DAY), notLetters());
      }
    }
    if (who.mayBeFor("own_debts")) {
      person(refused, "CA-DEFAULT-OWN-DEBTS", closedDays(zone, 8, 20, LABOUR_DAY) && !replies(zone), notLetters());
    }
    companies(zone, refused, LABOUR_DAY);
  }

  private void au(ZoneId zone, Set<String> refused) {
    boolean weekend = isSunday(zone) || at.atZone(zone).getDayOfWeek() == DayOfWeek.SATURDAY;
    var open = weekend ? LocalTime.of(9, 0) : LocalTime.of(7, 30);
    var time = at.atZone(zone).toLocalTime();
    boolean shut = time.isBefore(open) || time.isAfter(LocalTime.of(21, 0));
    person(refused, "AU-RG96-HOURS", shut && !replies(zone), Channel.CALL, Channel.SMS, Channel.EMAIL);
    person(refused, "AU-RG96-VISITS", closed(zone, 9, 21, true), Channel.VISIT);
    Predicate<Line> made = line -> line.channel != Channel.VISIT && line.kind != ContactKind.ATTEMPT && line.connected && sameDebt(line);
    person(refused, "AU-RG96-THREE-A-WEEK", full(zone, 3, 7, made), Channel.CALL, Channel.SMS, Channel.EMAIL, Channel.LETTER);
    person(refused, "AU-RG96-TEN-A-MONTH", inMonth(zone, made) >= 10, Channel.CALL, Channel.SMS, Channel.EMAIL, Channel.LETTER);
    person(refused, "AU-RG96-ONE-VISIT", inMonth(zone, line -> line.channel == Channel.VISIT && line.connected && sameDebt(line)) >= 1, Channel.VISIT);
    companies(zone, refused, List.of());
  }

  private void nl(ZoneId zone, Set<String> refused) {
    boolean shut = closedDays(zone, 7, 20, List.of());
    if (who.mayBeFor("for_another")) {
      person(refused, "NL-BKI-4-2", shut, notLetters());
    }
    if (who.mayBeFor("own_debts")) {
      person(refused, "NL-DEFAULT-PERSONS", shut && !replies(zone), notLetters());
    }
    companies(zone, refused, List.of());
  }

  private void companies(ZoneId zone, Set<String> refused, List<LocalDate> holidays) {
    if (who.mayBeCompany()) {
      boolean shut = closedDays(zone, 8, 20, holidays) && !replies(zone);
      channels(refused, who.country + "-DEFAULT-COMPANIES", shut, Channel.CALL, Channel.SMS, Channel.VISIT);
    }
  }

  private static void all(Set<String> refused, String rule, boolean no) {
    if (no) {
      refused.add(rule);
    }
  }

  private void channels(Set<String> refused, String rule, boolean no, Channel... channels) {
    all(refused, rule, no && List.of(channels).contains(by));
  }

  private void person(Set<String> refused, String rule, boolean no, Channel... channels) {
    channels(refused, rule, no && who.mayBePerson(), channels);
  }

  private static Channel[] notLetters() {
    return new Channel[] {Channel.CALL, Channel.SMS, Channel.EMAIL, Channel.VISIT};
  }

  private boolean closed(ZoneId zone, int from, int to, boolean lastMomentIsOpen) {
    int minute = at.atZone(zone).getHour() * 60 + at.atZone(zone).getMinute();
    return minute < from * 60 || minute > to * 60 || (minute == to * 60 && !lastMomentIsOpen);
  }

  private boolean closedDays(ZoneId zone, int from, int to, List<LocalDate> holidays) {
    return closed(zone, from, to, false)
        || !WORKDAYS_AND_SATURDAY.contains(at.atZone(zone).getDayOfWeek())
        || holidays.contains(day(at, zone));
  }

  private boolean isSunday(ZoneId zone) {
    return at.atZone(zone).getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** With the new one some days on end, this one among them, would have too many. */
  private boolean full(ZoneId zone, int most, int days, Predicate<Line> which) {
    var today = day(at, zone);
    for (int back = 0; back < days; back++) {
      var first = today.minusDays(back);
      int count = 1;
      for (var line : lines) {
        var day = day(line.at, zone);
        count += line.ours && which.test(line) && !day.isBefore(first) && day.isBefore(first.plusDays(days)) ? 1 : 0;
      }
      if (count > most) {
        return true;
      }
    }
    return false;
  }

  private long inMonth(ZoneId zone, Predicate<Line> which) {
    var month = day(at, zone).withDayOfMonth(1);
    return lines.stream().filter(line -> line.ours && which.test(line) && day(line.at, zone).withDayOfMonth(1).equals(month)).count();
  }

  private boolean madeNotByLetter(Line line) {
    return line.channel != Channel.LETTER && line.kind != ContactKind.ATTEMPT && line.connected;
  }

  private boolean sameDebt(Line line) {
    return line.about.equals(about);
  }

  private boolean restsAfterTalk(ZoneId zone) {
    return lines.stream()
        .filter(line -> line.kind == ContactKind.CONVERSATION && line.channel == Channel.CALL && sameDebt(line) && !line.at.isAfter(at))
        .anyMatch(line -> day(at, zone).isBefore(day(line.at, zone).plusDays(7)));
  }

  private boolean tooSoonAfterLetter(ZoneId zone) {
    var first =
        lines.stream()
            .filter(line -> line.ours && (line.channel == Channel.LETTER || line.channel == Channel.EMAIL))
            .map(line -> day(line.at, who.zones.getFirst()))
            .min(LocalDate::compareTo);
    return first.isEmpty() || day(at, zone).isBefore(first.get().plusDays(6));
  }

  private boolean consented(ZoneId zone, Channel channel, Instant when) {
    return who.said.consent.filter(channel::equals).isPresent()
        && !who.said.since.isAfter(when)
        && day(when, zone).isBefore(day(who.said.since, zone).plusDays(7))
        && lines.stream().noneMatch(line -> line.kind == ContactKind.CONVERSATION && line.at.isAfter(who.said.since) && line.at.isBefore(when));
  }

  private boolean replies(ZoneId zone) {
    if (purpose != Purpose.REPLY) {
      return false;
    }
    for (var theirs : lines) {
      boolean today = !theirs.ours && theirs.channel == by && !theirs.at.isAfter(at) && day(theirs.at, zone).equals(day(at, zone));
      if (today && lines.stream().noneMatch(line -> line.ours && line.channel == by && line.at.isAfter(theirs.at) && !line.at.isAfter(at))) {
        return true;
      }
    }
    return false;
  }

  private boolean stoppedAll() {
    return who.said.stoppedAll.filter(since -> !since.isAfter(at)).isPresent();
  }

  private boolean stoppedChannel(ZoneId zone) {
    return who.said.stopped.filter(by::equals).isPresent() && !who.said.since.isAfter(at) && !replies(zone);
  }

  private boolean represented() {
    return who.said.represented.filter(since -> !since.isAfter(at)).isPresent();
  }

  private boolean inconvenient(ZoneId zone) {
    var local = at.atZone(zone);
    return who.said.weekday.filter(local.getDayOfWeek()::equals).isPresent()
        && !who.said.since.isAfter(at)
        && local.getHour() >= 15
        && local.getHour() < 17
        && !replies(zone);
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }
}
