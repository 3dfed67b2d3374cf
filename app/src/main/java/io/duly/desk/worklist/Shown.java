package io.duly.desk.worklist;

import io.duly.parties.Creditor;
import java.util.List;
import java.util.Optional;

/**
 * A page of the worklist.
 *
 * @param more where the next page begins, where there is one
 * @param looked how many lines were looked through for these
 * @param creditors those within the person's scope
 */
public record Shown(List<Line> lines, Optional<Position> more, int looked, List<Creditor> creditors) {}
