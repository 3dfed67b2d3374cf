package io.duly.parties;

import io.duly.kernel.DebtorId;
import java.util.UUID;

/** A human at the debtor, with their wishes. */
public record ContactPerson(UUID id, DebtorId debtor, PersonDetails details, Wishes wishes, RightParty rightParty) {}
