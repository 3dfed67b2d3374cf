package io.duly.agreements;

import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The debtor says that money was sent.
 *
 * @param awaitedUntil the last day on which it may still come
 * @param hold by which nobody is reminded until then
 */
public record PaymentNotice(UUID id, CaseId recovery, Money amount, LocalDate sentOn, LocalDate awaitedUntil, UUID hold) {}
