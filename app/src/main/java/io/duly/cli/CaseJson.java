package io.duly.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duly.cases.CaseView;
import io.duly.cases.Hold;
import io.duly.strategy.NextAction;
import io.duly.strategy.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A case as {@code case list} and {@code case show} print it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CaseJson(
    String id,
    long number,
    String debtor,
    String creditor,
    String currency,
    String stage,
    LocalDate openedOn,
    Optional<LocalDate> closedOn,
    Optional<String> closedWhy,
    String openBalance,
    List<HoldJson> holds,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Next> nextAction,
    Optional<LocalDate> reviewOn,
    List<Reason> reasons) {

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record HoldJson(String id, String kind, LocalDate since, Optional<LocalDate> until, String why, String of) {}

  record Next(String kind, LocalDate on) {}

  static CaseJson of(CaseView view, List<Reason> reasons) {
    return new CaseJson(
        view.id().toString(),
        view.number(),
        view.debtor(),
        view.creditor(),
        view.openBalance().currency().getCurrencyCode(),
        word(view.stage()),
        view.openedOn(),
        view.closed().map(CaseView.Closure::on),
        view.closed().map(CaseView.Closure::why),
        view.openBalance().plain(),
        view.holds().stream().map(CaseJson::hold).toList(),
        view.next().map(CaseJson::next),
        view.reviewOn(),
        reasons);
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static HoldJson hold(Hold hold) {
    var of = hold.onCase().isPresent() ? "case" : "debtor";
    return new HoldJson(hold.id().toString(), word(hold.kind()), hold.since(), hold.until(), hold.why(), of);
  }

  private static Next next(NextAction next) {
    return new Next(word(next.kind()), next.on());
  }
}
