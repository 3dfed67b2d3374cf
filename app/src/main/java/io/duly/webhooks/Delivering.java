package io.duly.webhooks;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Tells everybody what is due: each event is taken for this node, sent outside any transaction, and what came of it is written down. */
@Component
public final class Delivering {
  private final DueEvents events;
  private final Post post;
  private final WrittenDown outcomes;
  private final InstantSource clock;

  Delivering(DueEvents events, Post post, WrittenDown outcomes, InstantSource clock) {
    this.events = events;
    this.post = post;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /**
   * Until nothing is due any more.
   *
   * @param enough turns true when no further ones are to be begun
   * @return how many attempts were made
   */
  public int round(AtomicBoolean enough) throws InterruptedException, ExecutionException {
    int attempts = 0;
    for (var due = events.claim(clock.instant()); !due.isEmpty(); due = enough.get() ? List.of() : events.claim(clock.instant())) {
      tell(due);
      attempts += due.size();
    }
    return attempts;
  }

  /** All at the same time: they are of different cases, and a slow receiver keeps no other waiting. */
  private void tell(List<Claimed> due) throws InterruptedException, ExecutionException {
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : hands.invokeAll(due.stream().<Callable<Answer>>map(event -> () -> told(event)).toList())) {
        one.get();
      }
    }
  }

  private Answer told(Claimed event) {
    var answer = post.send(event, clock.instant());
    outcomes.write(event, answer, clock.instant());
    return answer;
  }
}
