package io.duly.intake;

/** How many documents and payments that files had told of arrived on their day. */
public record Arrived(long invoices, long receipts, long creditNotes) {}
