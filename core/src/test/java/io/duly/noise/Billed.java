package io.duly.noise;

import io.duly.matching.OpenInvoice;

/** An invoice, its buyer, and the buyer's own number of the order. */
public record Billed(OpenInvoice invoice, Buyer buyer, String order) {}
