package io.duly.cycle;

/** What was done so far. */
record Tally(int decided, int messages, int tasks, int waiting, int failed) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        decided + other.decided,
        messages + other.messages,
        tasks + other.tasks,
        waiting + other.waiting,
        failed + other.failed);
  }

  Tally plusFailed(int more) {
    return new Tally(decided, messages, tasks, waiting, failed + more);
  }
}
