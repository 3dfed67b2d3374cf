package io.duly.approvals;

import io.duly.identity.Person;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Who decides about a proposal, and when.
 *
 * @param from the person's address
 * @param on the business date
 */
record Yes(Person by, String from, LocalDate on, Instant at) {}
