package io.duly.rules;

import io.duly.kernel.Money;
import java.math.BigDecimal;

/**
 * Days on which interest ran on one amount at one rate.
 *
 * @param period both days counted
 * @param amount that bore interest, rounded for reading where it holds interest of former years
 * @param percent a year
 * @param exact the interest in minor units, not rounded
 * @param ruleId of the rule
 * @param source of the rate
 * @param computed in a sentence
 */
public record InterestLine(
    Period period,
    Money amount,
    BigDecimal percent,
    Fraction exact,
    String ruleId,
    String source,
    String computed) {}
