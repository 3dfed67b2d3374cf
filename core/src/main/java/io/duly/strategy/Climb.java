package io.duly.strategy;

import io.duly.strategy.Rung.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ladder: which of the steps that are ready is taken today. Invoices whose steps are of one
 * kind go together; of several kinds the one that has waited longest goes first, so that none waits
 * for ever.
 */
final class Climb {
  private Climb() {}

  static Optional<Decision> nextStep(Standing standing) {
    var ladder = new Ladder(standing);
    List<Rung> rungs = undecided(standing, ladder.rungs());
    if (rungs.isEmpty()) {
      return waitsForDecision(standing);
    }
    long gate =
        ContactGate.opens(standing.snapshot().contacts(), standing.limits(), standing.today());
    List<Rung> ready = ready(standing, rungs, gate);
    return Optional.of(
        ready.isEmpty()
            ? ClimbLater.wait(standing, rungs, gate)
            : new ClimbToday(standing, ladder, rungs).take(ready));
  }

  /** Without the proposals of a kind on which a person is deciding already. */
  private static List<Rung> undecided(Standing standing, List<Rung> rungs) {
    if (standing.snapshot().openTasks().isEmpty()) {
      return rungs;
    }
    var undecided = new ArrayList<Rung>(rungs.size());
    for (Rung rung : rungs) {
      if (rung.way().isContact() || !standing.hasTask(rung.way().task)) {
        undecided.add(rung);
      }
    }
    return undecided;
  }

  /** The rungs that are taken together today; empty where it is not time yet. */
  private static List<Rung> ready(Standing standing, List<Rung> rungs, long gate) {
    boolean contact = mayContact(standing, rungs, gate);
    Rung first = null;
    for (Rung rung : rungs) {
      boolean now = rung.readyOn() <= standing.today() && (contact || !rung.way().isContact());
      if (now && (first == null || isBefore(rung, first))) {
        first = rung;
      }
    }
    return first == null ? List.of() : together(standing, rungs, first.way());
  }

  private static boolean mayContact(Standing standing, List<Rung> rungs, long gate) {
    if (gate > standing.today()) {
      return false;
    }
    for (Rung rung : rungs) {
      if (rung.way().isContact() && rung.leadOn() <= standing.today()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBefore(Rung one, Rung other) {
    return one.readyOn() < other.readyOn()
        || (one.readyOn() == other.readyOn() && one.way().compareTo(other.way()) < 0);
  }

  private static List<Rung> together(Standing standing, List<Rung> rungs, Way way) {
    var together = new ArrayList<Rung>(rungs.size());
    for (Rung rung : rungs) {
      if (rung.way() == way && rung.readyOn() <= standing.today()) {
        together.add(rung);
      }
    }
    return together;
  }

  private static Optional<Decision> waitsForDecision(Standing standing) {
    for (Way way : Way.values()) {
      if (!way.isContact() && standing.hasTask(way.task)) {
        String text = "waits: a person decides on the task " + Words.of(way.task);
        return Optional.of(
            Answer.pause(standing).because(ClimbReasons.practice(way), text).decision());
      }
    }
    return Optional.empty();
  }
}
