package io.duly.approvals;

import io.duly.identity.By;
import io.duly.identity.Changes;
import io.duly.identity.People;
import io.duly.identity.Person;
import io.duly.identity.Reassurance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says yes or no to what others proposed. What is agreed takes effect in the same transaction. */
@Component
public class Approvals {
  /** How long answers are shown. */
  private static final Duration SHOWN = Duration.ofDays(30);

  private static final int REASON_LIMIT = 500;

  private final Proposals proposals;
  private final SecondPersons second;
  private final Map<Kind, Change> changes;
  private final People people;
  private final Reassurance reassurance;
  private final Changes record;
  private final InstantSource clock;

  Approvals(Proposals proposals, SecondPersons second, List<Change> changes, People people, Reassurance reassurance, Changes record, InstantSource clock) {
    this.proposals = proposals;
    this.second = second;
    this.changes = changes.stream().collect(Collectors.toUnmodifiableMap(Change::kind, Function.identity()));
    this.people = people;
    this.reassurance = reassurance;
    this.record = record;
    this.clock = clock;
  }

  /**
   * A proposal for somebody to look at.
   *
   * @param why they cannot say yes or no; {@link Answer#DONE} where they can
   * @param alone whether they may confirm what they proposed themself, for there is nobody else
   */
  public record Shown(Proposal proposal, Answer why, boolean alone) {
    public boolean isOwn() {
      return why == Answer.OWN;
    }
  }

  /** What waits, as far as somebody is shown it, the latest first. */
  public List<Shown> waiting(Person person) {
    return shown(person, proposals.waiting());
  }

  /** What waits about a creditor's accounts or somebody's rights. */
  public List<Shown> waitingAbout(Person person, UUID subject) {
    return shown(person, proposals.waitingAbout(subject));
  }

  private List<Shown> shown(Person person, List<Proposal> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    var look = second.of(person);
    var reaches = reach(person, found);
    return found.stream().filter(look::isShown).map(one -> {
      var why = Optional.of(look.why(one)).filter(answer -> answer != Answer.DONE || reaches.test(one)).orElse(Answer.NOT_THEIRS);
      return new Shown(one, why, why == Answer.OWN && second.mayBeAlone(one.kind()) && look.isAlone(one));
    }).toList();
  }

  /** Whether a yes of theirs reaches so far. */
  private Predicate<Proposal> reach(Person person, List<Proposal> found) {
    var asked = found.stream().map(Proposal::kind).distinct().collect(Collectors.toMap(Function.identity(), kind -> change(kind).mayDecide(person)));
    return proposal -> Objects.requireNonNull(asked.get(proposal.kind())).test(proposal);
  }

  private Change change(Kind kind) {
    return Objects.requireNonNull(changes.get(kind));
  }

  /** What was decided, or ran out, within a month. */
  public List<Proposal> over(Person person) {
    var look = second.of(person);
    return proposals.overSince(clock.instant().minus(SHOWN)).stream().filter(look::isShown).toList();
  }

  /** Until when somebody has read what became of what they proposed. */
  public Instant answersReadUntil(Person person) {
    return proposals.answersReadUntil(person.id());
  }

  public void answersRead(Person person) {
    proposals.answersRead(person.id());
  }

  /** @param today the business date */
  @Transactional
  public Answer approve(Person asking, UUID id, String from, LocalDate today) {
    return deciding(asking, id, (look, proposal) -> {
      var why = look.why(proposal);
      if (why == Answer.DONE && !reach(asking, List.of(proposal)).test(proposal)) {
        return Answer.NOT_THEIRS;
      }
      return why == Answer.DONE ? agreed(proposal, Proposal.Outcome.APPROVED, new Yes(asking, from, today, clock.instant())) : why;
    });
  }

  /**
   * Confirms what somebody proposed themself, where nobody else could say yes.
   *
   * @param password theirs
   * @param code of their authenticator, where they have one
   * @param today the business date
   */
  @Transactional
  public Answer alone(Person asking, UUID id, String password, String code, String from, LocalDate today) {
    return deciding(asking, id, (look, proposal) -> {
      var why = look.why(proposal);
      if (why != Answer.OWN) {
        return why == Answer.DONE ? Answer.NOT_ALONE : why;
      }
      if (!second.mayBeAlone(proposal.kind())) {
        return Answer.NEVER_ALONE;
      }
      if (!look.isAlone(proposal)) {
        return Answer.NOT_ALONE;
      }
      return reassurance.isThem(asking, password, code, from) ? agreed(proposal, Proposal.Outcome.ALONE, new Yes(asking, from, today, clock.instant())) : Answer.NOT_KNOWN;
    });
  }

  /** A no does no harm: who may not say yes, for they are tied to who proposed it, may say it. */
  @Transactional
  public Answer decline(Person asking, UUID id, String reason, String from, LocalDate today) {
    var said = reason.strip();
    return deciding(asking, id, (look, proposal) -> {
      var why = look.why(proposal);
      if (why != Answer.DONE && why != Answer.TIED) {
        return why;
      }
      var kept = said.substring(0, Math.min(said.length(), REASON_LIMIT));
      return said.isEmpty() ? Answer.NO_REASON : ended(proposal, Proposal.Outcome.DECLINED, kept, new Yes(asking, from, today, clock.instant()));
    });
  }

  /** Who proposed it thinks better of it. */
  @Transactional
  public Answer withdraw(Person asking, UUID id, String from, LocalDate today) {
    return deciding(asking, id, (_, proposal) -> proposal.by().equals(asking.id())
        ? ended(proposal, Proposal.Outcome.WITHDRAWN, "", new Yes(asking, from, today, clock.instant()))
        : Answer.NOT_THERE);
  }

  /** What waits, held until it is decided. */
  private Answer deciding(Person asking, UUID id, BiFunction<Look, Proposal, Answer> decided) {
    var found = proposals.locked(id);
    var look = second.of(asking);
    return found.filter(look::isShown).map(one -> over(one).orElseGet(() -> decided.apply(look, one))).orElse(Answer.NOT_THERE);
  }

  private Answer ended(Proposal proposal, Proposal.Outcome outcome, String reason, Yes who) {
    if (!proposals.decide(proposal, outcome, who.by().id(), who.from(), reason)) {
      return Answer.DECIDED;
    }
    change(proposal.kind()).endedOtherwise(proposal, outcome, reason, who);
    return Answer.DONE;
  }

  private Optional<Answer> over(Proposal proposal) {
    if (proposal.decision().isPresent()) {
      return Optional.of(Answer.DECIDED);
    }
    return proposal.waits(clock.instant()) ? Optional.empty() : Optional.of(Answer.EXPIRED);
  }

  private Answer agreed(Proposal proposal, Proposal.Outcome outcome, Yes yes) {
    var change = change(proposal.kind());
    var proposer = people.admitted(proposal.by()).filter(one -> change.mayPropose(one, proposal));
    if (proposer.isEmpty() || !change.isAsItWas(proposal, yes)) {
      ended(proposal, Proposal.Outcome.OVERTAKEN, "", yes);
      return Answer.OVERTAKEN;
    }
    if (!proposals.decide(proposal, outcome, yes.by().id(), yes.from(), "")) {
      return Answer.DECIDED;
    }
    change.apply(proposal, proposer.get(), yes);
    proposal.person().ifPresent(person -> record.write(person, By.person(yes.by(), yes.from()), outcome == Proposal.Outcome.ALONE ? "confirmed-alone" : "agreed", proposal.becomes()));
    return Answer.DONE;
  }
}
