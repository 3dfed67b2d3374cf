package io.duly.rules.contact;

import java.time.Instant;

/** The debtor asked to be reached by a channel, said directly to us. */
public record Consent(Instant given, Channel channel) {}
