package io.duly.einvoice.model;

import java.math.BigDecimal;
import java.util.Optional;

/** One line: what was delivered, how much of it, at which price, for which net amount. */
public record Line(Optional<String> id, String text, Optional<BigDecimal> quantity, Optional<BigDecimal> price, Optional<BigDecimal> net) {}
