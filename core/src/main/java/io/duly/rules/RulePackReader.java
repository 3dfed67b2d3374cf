package io.duly.rules;

import java.util.List;
import java.util.Map;

/**
 * Reads rule packs from YAML. Bounded in size and depth; makes no objects from tags. The format is
 * in docs/charges.md.
 */
public final class RulePackReader {
  private final Map<String, RateTable> tables;

  private RulePackReader(Map<String, RateTable> tables) {
    this.tables = tables;
  }

  /**
   * Reads one pack.
   *
   * @param tables the rate tables that it may name
   * @throws InvalidRulePack with the line and what belongs there
   */
  public static RulePack read(String yaml, Map<String, RateTable> tables) {
    return PackText.read(yaml, new RulePackReader(tables)::pack);
  }

  private RulePack pack(PackEntry entry) {
    String name = entry.text("pack");
    List<String> jurisdictions = entry.texts("jurisdictions");
    var currency = entry.currency("currency");
    var rules =
        new RuleReader(
            jurisdictions.isEmpty() ? "any" : jurisdictions.getFirst(), currency, tables);
    return new RulePack(
        name,
        jurisdictions,
        entry.each("periods", rules::period),
        entry.each("interest", rules::interest),
        entry.each("compensation", rules::compensation),
        entry.each("costs", rules::cost),
        entry.each("refusals", rules::refusal),
        entry.each("limits", rules::limit),
        entry.words("restsDuring", RulePack.Peace.class),
        PackEntry.read(entry.need("allocation"), rules::allocation));
  }
}
