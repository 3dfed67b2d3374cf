package io.duly.cycle;

import java.nio.file.Path;
import java.time.LocalDate;

/** A process that runs one day and ends, or is killed: the same code as {@code ./duly run} without the command line. */
final class RunOnce {
  private RunOnce() {}

  /** @param args address of the database, home, day */
  public static void main(String[] args) {
    try (var cycle = new ByHand(args[0], Path.of(args[1]), 2, 100)) {
      System.out.println("ready");
      cycle.cycle.run(LocalDate.parse(args[2]));
      System.out.println("done");
    }
  }
}
