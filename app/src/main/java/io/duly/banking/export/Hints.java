package io.duly.banking.export;

import io.duly.intake.reading.DateOrder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of a list beside what is in it.
 *
 * @param name of the file
 * @param dates as somebody said them
 * @param currency likewise
 * @param home the currency of the creditor that is meant
 * @param today the business date
 */
record Hints(String name, Optional<DateOrder> dates, Optional<String> currency, Optional<String> home, LocalDate today) {}
