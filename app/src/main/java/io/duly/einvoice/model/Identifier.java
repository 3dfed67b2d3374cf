package io.duly.einvoice.model;

import java.util.Optional;

/**
 * A number by which somebody or something is known.
 *
 * @param scheme whose numbering it is: an ICD code such as {@code 0088} (GLN), or {@code EM} for an e-mail address
 */
public record Identifier(String value, Optional<String> scheme) {
  @Override
  public String toString() {
    return scheme.map(of -> of + ":" + value).orElse(value);
  }
}
