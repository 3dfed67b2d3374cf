package io.duly.desk.casefile;

import java.util.List;
import java.util.Optional;

/** All that the page of a case shows. */
public record Sheet(
    Headline head, Debtorship debtorship, Owed owed, Matters matters, Optional<Reasoning> reasoning, Timeline timeline, Calls calls, List<Related> related) {}
