package io.duly.rules;

import java.io.StringReader;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The text of a pack as YAML. Bounded in size and depth; makes no objects from tags. */
public final class PackText {
  private static final int MOST_SIGNS = 100_000;
  private static final int DEEPEST = 10;
  private static final int MOST_ALIASES = 10;

  private PackText() {}

  /**
   * Reads the mapping that a pack is.
   *
   * @throws InvalidRulePack with the line and what belongs there
   */
  public static <T> T read(String yaml, Function<PackEntry, T> make) {
    return PackEntry.read(compose(yaml), make);
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
}
