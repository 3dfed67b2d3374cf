package io.duly.correspondence.sending;

/**
 * A file that goes with an e-mail.
 *
 * @param name letters, digits, dots and lines only
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Attached(String name, String mediaType, byte[] bytes) {}
