package io.duly.desk.bargain;

import io.duly.agreements.BargainRules;
import io.duly.agreements.Bargainer;
import io.duly.plans.OnMiss;
import io.duly.plans.Authority;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Limits as the form has them: {@code senior-days} and the like, {@code money}, {@code interest}, {@code miss} and {@code grace}.
 *
 * @param fields by name
 */
public record LimitsForm(Map<String, String> fields) {
  /** The figures of each, in the order of {@link Authority}. */
  public static final List<String> FIGURES = List.of("down", "instalments", "days", "discount");

  private static final int LONGEST = 12;

  static LimitsForm of(BargainRules rules) {
    var all = new HashMap<String, String>();
    for (var holder : Bargainer.values()) {
      var figures = LimitChange.figures(rules.of(holder));
      for (int at = 0; at < FIGURES.size(); at++) {
        all.put(holder.word() + "-" + FIGURES.get(at), String.valueOf(figures[at]));
      }
    }
    all.put("money", LimitChange.plain(rules.moneyCosts()));
    all.put("interest", LimitChange.plain(rules.planInterest()));
    all.put("miss", rules.onMiss().name().toLowerCase(Locale.ROOT));
    all.put("grace", String.valueOf(rules.graceDays()));
    return new LimitsForm(all);
  }

  /** As it was typed. */
  public String typed(String name) {
    var text = fields.getOrDefault(name, "").strip();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  /** @throws IllegalArgumentException where a figure is none or out of its bounds, in a sentence */
  BargainRules rules() {
    var limits = new EnumMap<Bargainer, Authority>(Bargainer.class);
    for (var holder : Bargainer.values()) {
      var word = holder.word() + "-";
      limits.put(holder, new Authority(whole(word + "down"), whole(word + "instalments"), whole(word + "days"), whole(word + "discount")));
    }
    var miss = Arrays.stream(OnMiss.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(typed("miss"))).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Choose what a missed instalment leads to."));
    return new BargainRules(limits, percent("money"), percent("interest"), miss, whole("grace"));
  }

  private int whole(String name) {
    var text = typed(name);
    if (!text.matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("Write a whole number where “" + text + "” stands.");
    }
    return Integer.parseInt(text);
  }

  private BigDecimal percent(String name) {
    var text = typed(name).replace(',', '.');
    if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
      throw new IllegalArgumentException("Write a rate in per cent a year, such as 8.5, where “" + text + "” stands.");
    }
    return new BigDecimal(text);
  }
}
