package io.duly.cycle;

import io.duly.kernel.CaseId;
import io.duly.strategy.Stage;
import java.time.LocalDate;

/**
 * A case as it was before the decision.
 *
 * @param decidedToday how many decisions it has of the day already
 */
record OpenCase(
    CaseId id, Stage stage, LocalDate openedOn, LocalDate reviewOn, boolean touched, int decidedToday) {}
