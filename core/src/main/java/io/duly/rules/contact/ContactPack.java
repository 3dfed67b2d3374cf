package io.duly.rules.contact;

import io.duly.rules.Basis;
import java.util.List;

/**
 * What the law of one place says of contacts.
 *
 * @param name as in {@code us}
 * @param jurisdictions ISO 3166 codes of countries; empty for the packs that hold everywhere, or
 *     where there is no other
 */
public record ContactPack(String name, List<String> jurisdictions, List<ContactRule> rules) {

  public ContactPack {
    jurisdictions = List.copyOf(jurisdictions);
    rules = List.copyOf(rules);
  }

  /** What its rules stand on, in their order. */
  public List<Basis> bases() {
    return rules.stream().map(ContactRule::basis).toList();
  }
}
