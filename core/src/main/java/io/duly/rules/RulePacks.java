package io.duly.rules;

import java.util.List;
import java.util.Map;

/** The rule packs that come with Duly, found by the law that governs a claim. */
public final class RulePacks {
  private static final List<String> NAMES =
      List.of("gb", "de", "fr", "nl", "ie", "eu", "us", "elsewhere");

  private final List<RulePack> packs;

  /**
   * Packs in the order in which they are asked.
   *
   * @throws IllegalArgumentException where none is for all other places
   */
  public RulePacks(List<RulePack> packs) {
    this.packs = List.copyOf(packs);
    if (packs.stream().noneMatch(pack -> pack.jurisdictions().isEmpty())) {
      throw new IllegalArgumentException(
          "One rule pack must name no jurisdiction, for all the others");
    }
  }

  public static RulePacks shipped() {
    Map<String, RateTable> tables = RateTables.shipped();
    return new RulePacks(
        NAMES.stream()
            .map(name -> RulePackReader.read(Shipped.text(name + ".yaml"), tables))
            .toList());
  }

  public List<RulePack> all() {
    return packs;
  }

  /**
   * The pack of a jurisdiction, or of the country that it is part of; else the pack of all other
   * places.
   */
  public RulePack of(String jurisdiction) {
    String country = jurisdiction.split("-", 2)[0];
    return packs.stream()
        .filter(pack -> pack.jurisdictions().contains(country))
        .findFirst()
        .orElseGet(() ->
            packs.stream()
                .filter(pack -> pack.jurisdictions().isEmpty())
                .findFirst()
                .orElseThrow());
  }
}
