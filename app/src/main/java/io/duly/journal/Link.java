package io.duly.journal;

import java.util.UUID;

/** An entry in its place: what it follows and its own hash, 32 bytes each. */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two methods, never compared
record Link(UUID creditor, Content content, byte[] prev, byte[] hash) {}
