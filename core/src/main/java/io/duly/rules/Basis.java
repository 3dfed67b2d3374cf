package io.duly.rules;

/**
 * What a charge stands on.
 *
 * @param id of the rule, as in {@code DE-BGB-288-2}; of a clause of terms, {@code TERMS-} and their
 *     version
 * @param jurisdiction an ISO 3166 code, {@code EU}, or the law that the terms chose
 * @param statute or the terms of trade
 * @param section of the statute, or the clause
 * @param source where its text can be read, or the evidence of acceptance
 */
public record Basis(String id, String jurisdiction, String statute, String section, String source) {
  /** What stands in the place of a statute where there is none. */
  private static final String NO_STATUTE = "No statute";

  /** {@code BGB § 288 (2)}; a rule of our own by its own words alone. */
  public String named() {
    return statute.equals(NO_STATUTE) ? section : statute + " " + section;
  }
}
