package io.duly.approvals;

import io.duly.correspondence.template.PayTo;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Accounts to pay to, as a proposal keeps them. */
public final class Accounts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Accounts() {}

  record Line(String currency, String holder, String account, @Nullable String bic, @Nullable String bank, @Nullable String routing) {
    static Line of(PayTo one) {
      return new Line(
          one.currency().getCurrencyCode(), one.holder(), one.account(), one.bic().orElse(null), one.bank().orElse(null), one.routing().orElse(null));
    }

    PayTo payTo() {
      return new PayTo(
          Currency.getInstance(currency), holder, account, Optional.ofNullable(bic), Optional.ofNullable(bank), Optional.ofNullable(routing));
    }
  }

  /** By currency, so that the same accounts are the same text. */
  static String text(List<PayTo> accounts) {
    return JSON.writeValueAsString(sorted(accounts).stream().map(Line::of).toList());
  }

  /** The accounts of such a text. */
  public static List<PayTo> of(String text) {
    return List.of(JSON.readValue(text, Line[].class)).stream().map(Line::payTo).toList();
  }

  private static List<PayTo> sorted(List<PayTo> accounts) {
    return accounts.stream().sorted(Comparator.comparing(one -> one.currency().getCurrencyCode())).toList();
  }
}
