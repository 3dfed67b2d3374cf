package io.duly.correspondence;

import io.duly.kernel.CreditorId;
import io.duly.rules.contact.ContactFacts;
import java.time.ZoneId;

/**
 * What is known of a debtor where contacts are asked about.
 *
 * @param zone by which the debtor's days are counted
 */
public record KnownDebtor(CreditorId creditor, ZoneId zone, ContactFacts facts) {}
