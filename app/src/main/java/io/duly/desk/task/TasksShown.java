package io.duly.desk.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of tasks.
 *
 * @param more where the next page begins, where there is one
 * @param counts of each shelf, counted up to {@code most}
 */
public record TasksShown(List<TaskLine> lines, Optional<TaskView.After> more, Map<Shelf, Integer> counts, int most) {
  /** The kinds of tasks, as addresses write them. */
  public List<String> kinds() {
    return TasksPage.kinds();
  }
}
