package io.duly.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code limits}; what is left out has the value that the standard policy has. */
final class LimitsReader {
  static final Set<String> KEYS =
      Set.of(
          "daysBetweenContacts",
          "contactsPer7Days",
          "contactsPer30Days",
          "promiseGraceDays",
          "bankDataDays",
          "bankDataBankingDays",
          "callTaskDays",
          "smallestAmount",
          "valuedFrom",
          "thanksWhenPaid");
  private static final Threshold NOTHING = new Threshold(0, Map.of());
  private static final Threshold NOBODY = new Threshold(Long.MAX_VALUE, Map.of());

  private LimitsReader() {}

  static Limits read(Optional<Node> node, Problems problems) {
    if (node.isEmpty()) {
      return new Limits(2, 2, 6, 3, 3, false, 5, NOTHING, NOBODY, List.of());
    }
    var section = Section.of(node.get(), "limits", KEYS, problems);
    Values values = section.values();
    boolean bankingDays = section.has("bankDataBankingDays");
    if (bankingDays && section.has("bankDataDays")) {
      problems.at(
          node.get(),
          section.path("bankDataDays"),
          "banking days are counted already by \"bankDataBankingDays\"; keep one of them");
    }
    return new Limits(
        values.number("daysBetweenContacts", 1, 90, 2),
        values.number("contactsPer7Days", 1, 7, 2),
        values.number("contactsPer30Days", 1, 30, 6),
        values.number("promiseGraceDays", 0, 30, 3),
        values.number(bankingDays ? "bankDataBankingDays" : "bankDataDays", 0, 30, 3),
        bankingDays,
        values.number("callTaskDays", 0, 30, 5),
        section
            .find("smallestAmount")
            .flatMap(amount -> threshold(values, amount, "smallestAmount"))
            .orElse(NOTHING),
        section
            .find("valuedFrom")
            .flatMap(amount -> threshold(values, amount, "valuedFrom"))
            .orElse(NOBODY),
        section.find("thanksWhenPaid").map(ways -> thanks(values, ways)).orElse(List.of()));
  }

  private static List<Channel> thanks(Values values, Node node) {
    String path = values.section().path("thanksWhenPaid");
    var channels = new ArrayList<Channel>();
    for (Node each : values.each(node, path)) {
      values.word(each, path, Channel.class).ifPresent(channels::add);
    }
    if (channels.contains(Channel.CALL)) {
      values.problems().at(node, path, "thanks go by email, sms or letter; nobody is called to be thanked");
      channels.clear();
    }
    if (channels.stream().distinct().count() < channels.size()) {
      values.problems().at(node, path, "a channel stands here twice; name another one or remove it");
    }
    return channels;
  }

  /** An amount, or one for each currency with {@code other} for the rest. */
  static Optional<Threshold> threshold(Values values, Node node, String key) {
    String path = values.section().path(key);
    if (!(node instanceof MappingNode mapping)) {
      return values.thousandths(node, path).map(amount -> new Threshold(amount, Map.of()));
    }
    Map<String, Long> amounts = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode currency
          && isCurrencyOrOther(currency.getValue())) {
        values
            .thousandths(tuple.getValueNode(), path)
            .ifPresent(amount -> amounts.put(currency.getValue(), amount));
      } else {
        values
            .problems()
            .at(
                tuple.getKeyNode(),
                path,
                "a currency such as EUR, or \"other\" for the rest, belongs here");
      }
    }
    Long other = amounts.remove("other");
    if (other == null) {
      values
          .problems()
          .at(node, path, "\"other\" is missing: the amount for every currency that is not named");
      return Optional.empty();
    }
    return Optional.of(new Threshold(other, amounts));
  }

  private static boolean isCurrencyOrOther(String text) {
    return text.equals("other") || Currencies.isKnown(text);
  }
}
