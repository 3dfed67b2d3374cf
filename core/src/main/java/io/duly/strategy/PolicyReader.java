package io.duly.strategy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a policy from YAML and says all that is wrong with it at once. Safe on text from anywhere:
 * no objects are made from tags, and size, depth and aliases are bounded. The format is described
 * in {@code docs/policies.md}.
 */
public final class PolicyReader {
  private static final int MOST_SIGNS = 100_000;
  private static final int DEEPEST = 10;
  private static final int MOST_ALIASES = 10;
  private static final Set<String> KEYS =
      Set.of("policy", "version", "validFrom", "limits", "steps");

  private final Problems problems = new Problems();

  private PolicyReader() {}

  /**
   * Reads one policy.
   *
   * @throws InvalidPolicy with every problem found, in the order of the text
   */
  public static Policy read(String yaml) {
    var reader = new PolicyReader();
    Optional<Policy> policy = reader.compose(yaml).flatMap(reader::policy);
    reader.problems.throwIfAny();
    return policy.orElseThrow();
  }

  private Optional<Node> compose(String yaml) {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    try {
      Node root =
          yaml.length() > MOST_SIGNS ? null : new Yaml(options).compose(new StringReader(yaml));
      if (root == null) {
        problems.at(1, 1, "", "a policy has text, and at most " + MOST_SIGNS + " signs of it");
      }
      return Optional.ofNullable(root);
    } catch (MarkedYAMLException notYaml) {
      Mark mark = notYaml.getProblemMark();
      problems.at(
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : mark.getColumn() + 1,
          "",
          "this is not YAML: " + notYaml.getProblem());
    } catch (YAMLException notYaml) {
      problems.at(1, 1, "", "this is not YAML that can be read: " + notYaml.getMessage());
    }
    return Optional.empty();
  }

  private Optional<Policy> policy(Node root) {
    var section = Section.of(root, "", KEYS, problems);
    Values values = section.values();
    Optional<String> name = values.text("policy", "standard");
    section.need("version", "1");
    int version = values.number("version", 1, 1_000_000, 1);
    Optional<LocalDate> validFrom = values.date("validFrom");
    Limits limits = LimitsReader.read(section.find("limits"), problems);
    List<Step> steps = section.need("steps", "").map(this::steps).orElse(List.of());
    return problems.isEmpty()
        ? Optional.of(
            new Policy(name.orElseThrow(), version, validFrom.orElseThrow(), limits, steps))
        : Optional.empty();
  }

  private List<Step> steps(Node node) {
    if (!(node instanceof SequenceNode sequence)
        || sequence.getValue().isEmpty()
        || sequence.getValue().size() > Policy.MOST_STEPS) {
      problems.at(
          node,
          "steps",
          "a list of 1 to "
              + Policy.MOST_STEPS
              + " steps belongs here, each beginning with \"- id: \"");
      return List.of();
    }
    var steps = new ArrayList<Step>();
    var ladder = new LadderCheck();
    int number = 0;
    for (Node each : sequence.getValue()) {
      var reader = new StepReader(each, "steps[" + ++number + "]", problems);
      reader
          .read()
          .ifPresentOrElse(
              step -> {
                ladder.next(step, reader);
                steps.add(step);
              },
              () -> ladder.unreadable(reader));
    }
    return steps;
  }
}
