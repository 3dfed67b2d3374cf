package io.duly.einvoice.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Tax of one category and rate.
 *
 * @param category UNCL 5305 ({@code S}, {@code Z}, {@code E}, {@code AE} …)
 * @param rate percent
 */
public record TaxLine(Optional<String> category, Optional<BigDecimal> rate, Optional<BigDecimal> base, Optional<BigDecimal> tax, Optional<String> exemption) {}
