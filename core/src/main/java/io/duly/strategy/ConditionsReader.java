package io.duly.strategy;

import io.duly.strategy.Condition.AmountAtLeast;
import io.duly.strategy.Condition.AmountBelow;
import io.duly.strategy.Condition.BrokenPromisesAtLeast;
import io.duly.strategy.Condition.CountryIn;
import io.duly.strategy.Condition.DebtorKindIn;
import io.duly.strategy.Condition.LatePaymentsAtLeast;
import io.duly.strategy.Condition.LateShareAtLeast;
import io.duly.strategy.Condition.RelationshipAtLeast;
import io.duly.strategy.Condition.RelationshipBelow;
import io.duly.strategy.Condition.SegmentIn;
import io.duly.strategy.Condition.StageIn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the {@code conditions} of a step. */
final class ConditionsReader {
  static final String AGE = "ageAtLeast";
  private static final Set<String> KEYS =
      Set.of(
          "amountAtLeast",
          "amountBelow",
          "relationshipAtLeast",
          "relationshipBelow",
          "segment",
          "country",
          "debtorKind",
          "stage",
          "lateShareAtLeast",
          "latePaymentsAtLeast",
          "brokenPromisesAtLeast",
          AGE);
  private static final int MOST_DAYS = 3650;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Section section;
  private final Values values;
  private final List<Condition> conditions = new ArrayList<>();

  private ConditionsReader(Section section) {
    this.section = section;
    this.values = section.values();
  }

  static ConditionsReader of(Node node, String path, Problems problems) {
    return new ConditionsReader(Section.of(node, path, KEYS, problems));
  }

  /** The days overdue before which the step is not taken; 0 where that is not asked for. */
  int age() {
    return values.number(AGE, 0, MOST_DAYS, 0);
  }

  List<Condition> read() {
    amount("amountAtLeast", AmountAtLeast::new);
    amount("amountBelow", AmountBelow::new);
    amount("relationshipAtLeast", RelationshipAtLeast::new);
    amount("relationshipBelow", RelationshipBelow::new);
    count("lateShareAtLeast", 100, LateShareAtLeast::new);
    count("latePaymentsAtLeast", 10_000, LatePaymentsAtLeast::new);
    count("brokenPromisesAtLeast", 1000, BrokenPromisesAtLeast::new);
    section
        .find("segment")
        .ifPresent(node -> conditions.add(new SegmentIn(texts(node, "segment"))));
    section.find("country").ifPresent(node -> conditions.add(new CountryIn(countries(node))));
    section
        .find("debtorKind")
        .ifPresent(
            node -> conditions.add(new DebtorKindIn(words(node, "debtorKind", DebtorKind.class))));
    section
        .find("stage")
        .ifPresent(node -> conditions.add(new StageIn(words(node, "stage", Stage.class))));
    return conditions;
  }

  private void amount(String key, Function<Threshold, Condition> condition) {
    Optional<Threshold> amount =
        section.find(key).flatMap(node -> LimitsReader.threshold(values, node, key));
    amount.map(condition).ifPresent(conditions::add);
  }

  private void count(String key, int most, IntFunction<Condition> condition) {
    if (section.has(key)) {
      conditions.add(condition.apply(values.number(key, 0, most, 0)));
    }
  }

  private Set<String> texts(Node node, String key) {
    var texts = new HashSet<String>();
    values
        .each(node, section.path(key))
        .forEach(each -> values.text(each, section.path(key)).ifPresent(texts::add));
    return texts;
  }

  private Set<String> countries(Node node) {
    Set<String> countries = texts(node, "country");
    for (String country : countries) {
      if (!COUNTRIES.contains(country)) {
        section.problem(
            "country", "\"" + country + "\" is no country; write two capital letters as in DE");
      }
    }
    return countries;
  }

  private <E extends Enum<E>> Set<E> words(Node node, String key, Class<E> type) {
    var words = EnumSet.noneOf(type);
    values
        .each(node, section.path(key))
        .forEach(each -> values.word(each, section.path(key), type).ifPresent(words::add));
    return words;
  }
}
