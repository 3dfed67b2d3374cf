package io.duly.parties;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.util.List;

/**
 * Who owes.
 *
 * @param alsoKnownAs other spellings of the name that files brought
 */
public record Debtor(DebtorId id, CreditorId creditor, DebtorDetails details, List<String> alsoKnownAs) {}
