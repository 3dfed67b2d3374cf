package io.duly.strategy;

import io.duly.strategy.Decision.Line;
import io.duly.strategy.Rung.Way;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Takes the steps that are ready: one message or one task for all of their invoices. */
record ClimbToday(Standing standing, Ladder ladder, List<Rung> rungs) {

  Decision take(List<Rung> ready) {
    Rung leader = mostAdvanced(ready);
    Answer answer = leader.way() == Way.MESSAGE ? send(leader, ready) : ask(leader, ready);
    ClimbReasons.explain(answer, standing, ladder, leader, ready);
    lookAgain(answer, leader.way(), ready);
    return answer.decision();
  }

  private Answer send(Rung leader, List<Rung> ready) {
    Step step = leader.step();
    if (!(step.act() instanceof Act.Message message)) {
      throw new IllegalStateException("Step " + step.id() + " is no message");
    }
    Channel channel = Channels.reaching(message, standing).orElseThrow();
    var action =
        new Decision.Send(step.id(), channel, message.tone(), message.template(), lines(ready));
    return Answer.act(standing, action, new NextAction(NextAction.Kind.SEND, standing.date()))
        .stage(Stages.after(standing.stage(), message))
        .urgency(urgency(ready));
  }

  private Answer ask(Rung leader, List<Rung> ready) {
    Way way = leader.way();
    LocalDate due = standing.date().plusDays(way.daysToDo);
    var action = new Decision.Ask(way.task, leader.step().id(), due, lines(ready));
    return Answer.act(standing, action, new NextAction(Work.of(way.task), due))
        .reviewOn(due.toEpochDay())
        .stage(
            way == Way.CALL
                ? Stages.after(standing.stage(), leader.step().act())
                : standing.stage())
        .urgency(urgency(ready));
  }

  private Urgency urgency(List<Rung> ready) {
    return ClimbReasons.firstContacts(ladder, ready) > 0 ? Urgency.FIRST_CONTACT : Urgency.WORK;
  }

  /** The next day on which a step of any invoice can be ready, taking today's as taken. */
  private void lookAgain(Answer answer, Way taken, List<Rung> ready) {
    if (taken == Way.CALL) {
      answer.reviewOn(standing.today() + standing.limits().callTaskDays() + 1);
      return;
    }
    long contact =
        standing.today() + (taken.isContact() ? standing.limits().daysBetweenContacts() : 1);
    for (Rung rung : rungs) {
      if (rung.way() != taken || rung.readyOn() > standing.today()) {
        answer.reviewOn(
            Math.max(rung.readyOn(), rung.way().isContact() ? contact : standing.today() + 1));
      }
    }
    if (taken == Way.MESSAGE) {
      for (Rung rung : ready) {
        ladder.after(rung).ifPresent(after -> answer.reviewOn(after.readyOn()));
      }
    }
  }

  private static Rung mostAdvanced(List<Rung> ready) {
    Rung most = ready.getFirst();
    for (Rung rung : ready) {
      most = rung.index() > most.index() ? rung : most;
    }
    return most;
  }

  private static List<Line> lines(List<Rung> ready) {
    var lines = new ArrayList<Line>(ready.size());
    for (Rung rung : ready) {
      lines.add(new Line(rung.invoice().id(), rung.step().id(), rung.amount()));
    }
    return List.copyOf(lines);
  }
}
