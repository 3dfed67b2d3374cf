package io.duly.desk.worklist;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A case on the worklist.
 *
 * @param open what is owed in minor units
 * @param disputed how much of it is contested
 * @param answerDue the earliest day on which our answer to what is contested is owed
 * @param oldestDue the due date of the oldest open invoice; empty where nothing is open any more
 * @param held why it is on hold, where a hold is in force
 * @param changed something happened since the decision; the next run decides again
 * @param place where it stands in the order of its list
 */
public record WorkLine(
    UUID caseId,
    long number,
    String debtor,
    String creditor,
    String currency,
    String stage,
    Work work,
    LocalDate on,
    String because,
    long open,
    long disputed,
    Optional<LocalDate> answerDue,
    Optional<LocalDate> oldestDue,
    Optional<String> held,
    boolean changed,
    long place) {}
