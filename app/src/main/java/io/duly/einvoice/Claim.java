package io.duly.einvoice;

import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Problem;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a document asks for, or gives back.
 *
 * @param credit it gives back
 * @param total what it is for, with the rounding: payable and prepaid together
 * @param prepaid of it
 * @param payable what is asked for, zero where all was prepaid
 * @param tax the part of {@code total} that is tax, where it can be
 * @param notes what is to be told of how the amounts were understood
 */
record Claim(
    EInvoice invoice,
    boolean credit,
    String number,
    LocalDate issuedOn,
    Money total,
    Money prepaid,
    Money payable,
    Optional<Money> tax,
    List<Problem> notes) {}
