package io.duly.desk.casefile;

import io.duly.agreements.Promise;
import io.duly.cases.Checklist;
import io.duly.cases.Hold;
import io.duly.corrections.PossibleDuplicate;
import io.duly.cases.StatedReason;
import io.duly.cases.Task;
import java.util.List;
import java.util.Optional;

/** What is under way: holds in force, the promise that runs, tasks, what the debtor said, the draft that waits, what the case file lacks, and which invoices may ask twice. */
public record Matters(
    List<Hold> holds, Optional<Promise> promise, List<Task> tasks, List<StatedReason> stated, List<Draft> drafts,
    Checklist checklist, List<PossibleDuplicate> duplicates) {}
