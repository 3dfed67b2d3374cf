package io.duly.einvoice.model;

import java.util.Optional;

/**
 * A document that belongs to the invoice.
 *
 * @param name of the file, else its number
 * @param mime as the file says
 * @param bytes of it, where they came along
 * @param link where it is to be fetched, where they did not; it is never fetched
 */
public record Attachment(String name, String mime, Optional<byte[]> bytes, Optional<String> link) {}
