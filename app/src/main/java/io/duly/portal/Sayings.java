package io.duly.portal;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.correspondence.DebtorWishes;
import io.duly.correspondence.Wish;
import io.duly.correspondence.WishLine;
import io.duly.hardship.Aftercare;
import io.duly.hardship.BreathingSpaces;
import io.duly.hardship.Consent;
import io.duly.hardship.NewSpace;
import io.duly.hardship.ToldBy;
import io.duly.kernel.CaseId;
import io.duly.parties.ContactPersons;
import io.duly.parties.NewPerson;
import io.duly.parties.PersonDetails;
import io.duly.parties.RightParty;
import io.duly.parties.Wishes;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Stop;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What debtors say, where it belongs. Said again it is not done again. */
@Component
final class Sayings {
  /** For how long somebody who tells of hardship is left in peace before a person looks how to go on. */
  static final int DAYS_OF_PEACE = 30;

  private static final Consent THEIRS = new Consent("the debtor", ToldBy.PORTAL);

  private static final String EMAIL = "[^\\s@<>\"',;:\\\\()\\[\\]]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63})+";
  private static final String PHONE = "\\+?[0-9 ()/.-]{6,25}";

  private final Tasks tasks;
  private final BreathingSpaces spaces;
  private final Aftercare aftercare;
  private final CaseJournal cases;
  private final DebtorWishes wishes;
  private final ContactPersons people;

  Sayings(Tasks tasks, BreathingSpaces spaces, Aftercare aftercare, CaseJournal cases, DebtorWishes wishes, ContactPersons people) {
    this.tasks = tasks;
    this.spaces = spaces;
    this.aftercare = aftercare;
    this.cases = cases;
    this.wishes = wishes;
    this.people = people;
  }

  /**
   * How the debtor says they are reached.
   *
   * @param email empty for none
   * @param phone empty for none
   */
  record Reached(String email, String phone) {}

  /** A call at a time, which a person has to make. Asked for again, it moves. */
  void call(DSLContext tx, CaseId id, ZonedDateTime at, String words, Recorded by) {
    var why = "the debtor asks for a call" + (words.isEmpty() ? "" : ": " + words);
    boolean same = tasks.openOf(tx, id).stream()
        .anyMatch(task -> task.kind() == TaskKind.CALL && task.why().equals(why) && task.dueAt().filter(due -> due.toInstant().equals(at.toInstant())).isPresent());
    if (!same) {
      tasks.openAt(tx, id, TaskKind.CALL, why, at, by);
    }
  }

  /** In force at once: what waits against it does not leave any more. @return whether something of it was new */
  boolean stop(DSLContext tx, Visit visit, List<String> not, String words, Recorded by) {
    var known = wishes.of(tx, visit.debtor()).stream().filter(WishLine::isInForce).filter(line -> line.kind().equals("stop")).flatMap(line -> line.channel().stream()).toList();
    var asked = Stream.of(Channel.CALL, Channel.SMS, Channel.EMAIL).filter(channel -> not.contains(word(channel))).toList();
    var fresh = asked.stream().filter(channel -> !known.contains(word(channel))).toList();
    if (!fresh.isEmpty()) {
      var said = words.isEmpty() ? "Ticked at the portal: no " + String.join(", no ", fresh.stream().map(Sayings::word).toList()) : words;
      wishes.state(tx, visit.debtor(), fresh.stream().<Wish>map(channel -> new Wish.Stop(Stop.by(by.occurredAt(), channel))).toList(), said, by.occurredAt(), by);
    }
    return !asked.isEmpty();
  }

  /**
   * Another address or number, kept beside what is on file and marked as told by the debtor: codes go to what was known before, so
   * that nobody who borrowed a telephone can move them to theirs.
   *
   * @return whether something was told
   * @throws CannotRecord where it is none
   */
  boolean reachAt(DSLContext tx, Visit visit, Home home, Reached reached, String words, Recorded by) {
    if (reached.email().isEmpty() && reached.phone().isEmpty()) {
      return false;
    }
    if (!reached.email().isEmpty() && !reached.email().matches(EMAIL) || !reached.phone().isEmpty() && !reached.phone().matches(PHONE)) {
      throw new CannotRecord("That is no address or number.");
    }
    var email = Optional.of(reached.email()).filter(text -> !text.isEmpty());
    var phone = Optional.of(reached.phone()).filter(text -> !text.isEmpty());
    boolean known = people.of(tx, visit.debtor()).stream().anyMatch(one -> one.details().email().equals(email) && one.details().phone().equals(phone));
    if (!known) {
      var person = new PersonDetails(home.debtor(), Optional.of("told at the portal"), email, phone, Optional.empty());
      people.add(tx, List.of(new NewPerson(visit.creditor(), visit.debtor(), person, Wishes.NONE, RightParty.UNVERIFIED)));
      var what = String.join(", ", Stream.of(email, phone).flatMap(Optional::stream).toList());
      cases.write(tx, cases.openOf(tx, visit.debtor()), "note", "Tells how to be reached: " + what + (words.isEmpty() ? "" : ". " + words), Map.of("email", reached.email(), "phone", reached.phone()), by);
      cases.openOf(tx, visit.debtor()).forEach(head ->
          tasks.open(tx, head.id(), TaskKind.COMPLETE_FILE, "the debtor told at the portal how to be reached: look at it and take it over", by.on(), by));
    }
    return true;
  }

  /** Nobody writes or calls for a while; then a person looks how to go on. What is told while that is so is kept with it. @return the last day of it */
  LocalDate hardship(DSLContext tx, Visit visit, CaseId id, String words, Recorded by) {
    var runs = spaces.running(tx, visit.debtor(), by.on());
    runs.ifPresent(space -> aftercare.told(tx, id, space.id(), words, THEIRS, by));
    return runs.map(space -> space.until().orElse(space.reviewOn())).orElseGet(() -> peace(tx, id, words, by));
  }

  private LocalDate peace(DSLContext tx, CaseId id, String words, Recorded by) {
    var until = by.on().plusDays(DAYS_OF_PEACE);
    spaces.record(tx, id, NewSpace.told(until, ToldBy.PORTAL, words, THEIRS), by);
    return until;
  }

  private static String word(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }
}
