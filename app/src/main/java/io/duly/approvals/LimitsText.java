package io.duly.approvals;

import io.duly.agreements.BargainRules;
import io.duly.agreements.Bargainer;
import io.duly.plans.OnMiss;
import io.duly.plans.Authority;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Limits, as a proposal keeps them. */
public final class LimitsText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LimitsText() {}

  record Line(int leastDown, int mostInstalments, int longestDays, int deepestDiscount) {
    static Line of(Authority one) {
      return new Line(one.leastDown(), one.mostInstalments(), one.longestDays(), one.deepestDiscount());
    }

    Authority authority() {
      return new Authority(leastDown, mostInstalments, longestDays, deepestDiscount);
    }
  }

  record Whole(Map<Bargainer, Line> limits, String moneyCosts, String planInterest, OnMiss onMiss, int graceDays) {}

  /** The same limits are the same text. */
  static String text(BargainRules rules) {
    var lines = new EnumMap<Bargainer, Line>(Bargainer.class);
    rules.limits().forEach((holder, one) -> lines.put(holder, Line.of(one)));
    return JSON.writeValueAsString(new Whole(lines, plain(rules.moneyCosts()), plain(rules.planInterest()), rules.onMiss(), rules.graceDays()));
  }

  private static String plain(BigDecimal rate) {
    return rate.setScale(2).toPlainString();
  }

  /** The limits of such a text. */
  public static BargainRules of(String text) {
    var whole = JSON.readValue(text, Whole.class);
    var limits = new EnumMap<Bargainer, Authority>(Bargainer.class);
    whole.limits().forEach((holder, one) -> limits.put(holder, one.authority()));
    return new BargainRules(limits, new BigDecimal(whole.moneyCosts()), new BigDecimal(whole.planInterest()), whole.onMiss(), whole.graceDays());
  }
}
