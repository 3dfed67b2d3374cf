package io.duly.intake.rows;

import java.time.LocalDate;

/**
 * What is taken for true where a row does not say it.
 *
 * @param currency ISO code
 * @param terms say how long a debtor has to pay
 * @param today the business date, or the day as of which the world is taken in
 */
public record Assumptions(String currency, PaymentTerms terms, LocalDate today) {}
