package io.duly.parties;

import io.duly.kernel.DebtorId;
import java.time.LocalDate;

/** Something was invoiced to a debtor on a day. */
public record IssuedTo(DebtorId debtor, LocalDate on) {}
