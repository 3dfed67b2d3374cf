package io.duly.demo;

import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.strategy.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The people of the office, day by day. */
@Component
final class Staff {
  private static final List<String> LOGINS = List.of("anna", "jonas", "meera");
  private static final int CALLS_A_DAY = 5;

  private final People people;
  private final Tasks tasks;
  private final Collector collector;
  private final Complaints complaints;
  private final Hardships hardships;

  Staff(People people, Tasks tasks, Collector collector, Complaints complaints, Hardships hardships) {
    this.people = people;
    this.tasks = tasks;
    this.collector = collector;
    this.complaints = complaints;
    this.hardships = hardships;
  }

  /** Whoever does something is known by name; these three were given no password. */
  void engage() {
    for (var login : LOGINS) {
      if (people.find(login).isEmpty()) {
        people.shutOut(people.admit(login, capital(login), Role.COLLECTOR, Optional.empty()).person().id());
      }
    }
  }

  /** What comes in by post and telephone before the day's run. */
  void morning(DSLContext tx, World world, LocalDate day, Instant now) {
    var by = by(0, day, LocalTime.of(8, 40), now);
    complaints.hear(tx, world, by);
    complaints.answer(tx, world, by);
    hardships.befall(tx, world, by);
  }

  /** What is worked off after the day's run; nobody works on a weekend. */
  void work(DSLContext tx, World world, LocalDate day, Instant now) {
    if (!Days.isWorkday(day)) {
      return;
    }
    var draw = new Draw(world.portfolio().seed(), day.toEpochDay());
    int done = 0;
    for (var task : tasks.due(tx, day)) {
      var by = by(done, day, LocalTime.of(9, 5).plusMinutes(13L * done), now);
      if (task.kind() == TaskKind.CALL && done < CALLS_A_DAY && collector.mayCall(tx, task, day)) {
        collector.call(tx, world, task, by, draw);
        done++;
      } else if (task.kind() == TaskKind.REVIEW || task.kind() == TaskKind.COMPLETE_FILE) {
        tasks.done(tx, task.id(), "looked at; nothing new", by);
      }
    }
  }

  private static String capital(String login) {
    return login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1);
  }

  /** Written down at the hour of the day that is lived through; never in the future. */
  private static Recorded by(int who, LocalDate day, LocalTime hour, Instant now) {
    var at = day.atTime(hour).toInstant(ZoneOffset.UTC);
    var written = at.isAfter(now) ? now : at;
    return new Recorded(Recorded.person(LOGINS.get(who % LOGINS.size())), day, written, written);
  }
}
