package io.duly.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody whom a company's sign-in knows.
 *
 * @param issuer the company's sign-in
 * @param subject what it calls them
 * @param by who said so, as the record names people
 */
public record CompanyLink(UUID id, String issuer, String subject, Instant since, String by) {}
