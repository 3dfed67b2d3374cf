package io.duly.desk.casefile;

import io.duly.agreements.TrackRecord;
import io.duly.parties.AcceptedTerms;
import io.duly.parties.ContactPerson;
import io.duly.parties.Debtor;
import java.util.List;
import java.util.Optional;

/**
 * Who owes and what one should know of them.
 *
 * @param terms those in force today, where the debtor has agreed to any
 */
public record Debtorship(
    Debtor debtor,
    String creditorCurrency,
    List<ContactPerson> people,
    PaymentHabit habit,
    TrackRecord promises,
    Optional<AcceptedTerms> terms) {}
