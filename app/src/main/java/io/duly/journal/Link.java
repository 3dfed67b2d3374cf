package io.duly.journal;

/** An entry in its place: what it follows and its own hash, 32 bytes each. */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two methods, never compared
record Link(JournalEntry entry, int seq, byte[] prev, byte[] hash) {}
