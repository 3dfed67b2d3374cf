package io.duly.invitations;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.util.UUID;

/**
 * Who is invited, by which message.
 *
 * @param message that carries it, or that carried the one in whose place it is asked for
 */
public record Invited(CreditorId creditor, DebtorId debtor, CaseId recovery, UUID message) {}
