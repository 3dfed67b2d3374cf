package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.CareFacts;
import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.Decision.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * P17: when breathing space is over, a person looks first how to go on, and what the debtor hears
 * of us first asks how they are.
 */
final class CareRules {
  private static final String TEMPLATE = "gentle-restart";
  private static final List<Channel> WAYS = List.of(Channel.EMAIL, Channel.LETTER);

  private CareRules() {}

  /** Nobody is contacted before a person has looked. */
  static Optional<Decision> notLookedAt(Standing standing) {
    return over(standing).filter(care -> !care.lookedAt()).map(care -> look(standing, care));
  }

  /**
   * One gentle message about all that may be asked for, or a call where nothing else reaches. While
   * a promise runs nothing is asked for.
   */
  static Optional<Decision> takenUpGently(Standing standing) {
    if (standing.isSmall() || !standing.promises().running().isEmpty()) {
      return Optional.empty();
    }
    var care = over(standing).filter(one -> one.lookedAt() && !one.takenUp());
    var lines = care.map(one -> lines(standing, one.step())).orElse(List.of());
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return OfficeRules.draftNotSent(standing)
        .or(() -> OfficeRules.answerOwed(standing))
        .or(() -> gateClosed(standing))
        .or(() -> write(standing, care.orElseThrow(), lines))
        .or(() -> call(standing, care.orElseThrow(), lines));
  }

  /** The breathing space that ended while the case was open. */
  private static Optional<CareFacts> over(Standing standing) {
    return standing
        .snapshot()
        .care()
        .filter(care -> care.last().isBefore(standing.date()))
        .filter(care -> standing.existing().filter(known -> !care.last().isBefore(known.openedOn())).isPresent());
  }

  private static Decision look(Standing standing, CareFacts care) {
    Answer answer =
        standing.hasTask(TaskKind.REVIEW)
            ? Answer.pause(standing)
            : Answer.ask(standing, TaskKind.REVIEW, "P17", standing.date());
    return answer
        .because("P17", "waits: breathing space was over on " + care.last() + ", and a person looks how to go on")
        .withholdVerdict()
        .inPeace()
        .urgency(Urgency.ANSWER_OWED)
        .reviewOn(standing.today() + 1)
        .decision();
  }

  private static Optional<Decision> gateClosed(Standing standing) {
    long opens = ContactGate.opens(standing.snapshot().contacts(), standing.limits(), standing.today());
    return opens <= standing.today()
        ? Optional.empty()
        : Optional.of(
            Answer.pause(standing)
                .because("P17", "waits: taken up again gently from " + LocalDate.ofEpochDay(opens))
                .withholdVerdict()
                .reviewOn(opens)
                .decision());
  }

  private static Optional<Decision> write(Standing standing, CareFacts care, List<Line> lines) {
    return WAYS.stream()
        .filter(standing::reaches)
        .findFirst()
        .map(way -> Answer.act(standing, new Decision.Send(care.step(), way, Tone.FRIENDLY, TEMPLATE, lines), new NextAction(NextAction.Kind.SEND, standing.date())))
        .map(answer -> because(answer, care, lines));
  }

  private static Optional<Decision> call(Standing standing, CareFacts care, List<Line> lines) {
    if (!standing.reaches(Channel.CALL) || standing.hasTask(TaskKind.CALL)) {
      return Optional.empty();
    }
    var ask = new Decision.Ask(TaskKind.CALL, care.step(), standing.date(), lines);
    var answer = Answer.act(standing, ask, new NextAction(Work.of(TaskKind.CALL), standing.date()));
    return Optional.of(because(answer.reviewOn(standing.today() + standing.limits().callTaskDays() + 1), care, lines));
  }

  private static Decision because(Answer answer, CareFacts care, List<Line> lines) {
    return answer
        .because("P17", "taken up again gently after breathing space until " + care.last() + ": " + Words.count(lines.size(), "invoice"))
        .withholdVerdict()
        .urgency(Urgency.WORK)
        .decision();
  }

  private static List<Line> lines(Standing standing, String step) {
    var lines = new ArrayList<Line>();
    for (InvoiceFacts invoice : standing.snapshot().invoices()) {
      long amount = Balance.chaseable(invoice);
      if (amount > 0 && invoice.dueOn().isBefore(standing.date())) {
        lines.add(new Line(invoice.id(), step, amount));
      }
    }
    return List.copyOf(lines);
  }
}
