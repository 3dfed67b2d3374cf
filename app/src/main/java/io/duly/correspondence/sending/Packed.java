package io.duly.correspondence.sending;

/**
 * A message as it leaves.
 *
 * @param way {@code smtp}, {@code print}, {@code sms} or {@code fax}
 * @param words what can be read in it, for search
 * @param knownAs by which the other side and answers know it; the same at every attempt
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Packed(String way, String knownAs, String recipient, String mediaType, String name, byte[] bytes, String words) {}
