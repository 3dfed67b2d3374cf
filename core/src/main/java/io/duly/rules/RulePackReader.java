package io.duly.rules;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads rule packs from YAML. Bounded in size and depth; makes no objects from tags. The format is
 * in docs/charges.md.
 */
public final class RulePackReader {
  private static final int MOST_SIGNS = 100_000;
  private static final int DEEPEST = 10;
  private static final int MOST_ALIASES = 10;

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
    return PackEntry.read(compose(yaml), new RulePackReader(tables)::pack);
  }

  private static Node compose(String yaml) {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    if (yaml.isBlank() || yaml.length() > MOST_SIGNS) {
      throw new InvalidRulePack("A rule pack has text, and at most " + MOST_SIGNS + " signs of it");
    }
    try {
      return new Yaml(options).compose(new StringReader(yaml));
    } catch (YAMLException notYaml) {
      throw new InvalidRulePack("A rule pack is YAML, and this is not: " + notYaml.getMessage());
    }
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
        entry.words("restsDuring", RulePack.Peace.class),
        PackEntry.read(entry.need("allocation"), rules::allocation));
  }
}
