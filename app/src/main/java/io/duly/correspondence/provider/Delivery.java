package io.duly.correspondence.provider;

import java.util.Map;

/**
 * What is to be delivered.
 *
 * @param values by the words of the service, all but {@code file}
 * @param file of a letter; empty for an SMS
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Delivery(Map<String, String> values, byte[] file) {
  public Delivery {
    values = Map.copyOf(values);
  }
}
