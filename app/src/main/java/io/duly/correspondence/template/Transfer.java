package io.duly.correspondence.template;

import io.duly.kernel.Money;
import java.util.Optional;

/**
 * A payment as a bank takes it.
 *
 * @param reference one that was issued for the payment, without blanks
 * @param text what the payer is asked to write where there is no such reference
 */
public record Transfer(PayTo to, Money amount, Optional<String> reference, String text) {}
