package io.duly.ledger;

import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import java.time.LocalDate;
import java.util.Optional;

/** What is left of a receipt that is not yet allocated. */
public record Rest(ReceiptId receipt, LocalDate receivedOn, Money left, Optional<String> reference, Optional<String> payer) {}
