package io.duly.calls;

import io.duly.kernel.Money;
import io.duly.talk.CallOutcome;
import io.duly.talk.NextStep;
import io.duly.talk.Schedule;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The end of a call, as a person wishes it.
 *
 * @param sheet all that was typed
 * @param agreed what was agreed; empty where nothing was
 * @param open what was open when it was agreed
 */
public record Finish(CallOutcome outcome, NextStep next, LocalDate nextOn, Sheet sheet, Optional<Schedule> agreed, Money open) {}
