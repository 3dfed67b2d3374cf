package io.duly.parties;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;

/** A contact person to be recorded. */
public record NewPerson(
    CreditorId creditor, DebtorId debtor, PersonDetails details, Wishes wishes, RightParty rightParty) {}
