package io.duly.correspondence.sending;

import java.time.LocalDate;
import java.util.UUID;

/** A message that may be due; whether it is, is seen again when it is taken. */
record Candidate(UUID message, UUID debtor, LocalDate plannedOn) {}
