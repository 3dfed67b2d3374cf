package io.duly.desk.api;

import io.duly.cases.CaseView;
import io.duly.cases.Hold;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A case. */
@Schema(name = "Case", description = "What one debtor owes one creditor in one currency, and what is next")
record CaseJson(
    UUID id, @Schema(description = "for people") long number, UUID creditorId, String creditor, UUID debtorId, String debtor, @Schema(example = "reminder") String stage,
    LocalDate openedOn, @Schema(description = "what is open, disputed parts with it, without charges") Amount open, Optional<Next> next,
    @Schema(description = "when the daily run decides again at the latest") Optional<LocalDate> reviewOn, Optional<String> because, Optional<Closed> closed, List<HoldJson> holds) {

  @Schema(name = "Next")
  record Next(@Schema(example = "call") String action, LocalDate on) {}

  @Schema(name = "Closed")
  record Closed(LocalDate on, String why) {}

  /** @param onCase false where it is of the debtor, or of the creditor: in every case */
  @Schema(name = "Hold", description = "A reason not to act")
  record HoldJson(UUID id, boolean onCase, @Schema(example = "cooling_off") String kind, String why, LocalDate since, Optional<LocalDate> until, String placedBy) {
    static HoldJson of(Hold hold) {
      return new HoldJson(hold.id(), hold.onCase().isPresent(), word(hold.kind()), hold.why(), hold.since(), hold.until(), hold.placedBy());
    }
  }

  static CaseJson of(CaseView one) {
    return new CaseJson(
        one.id().value(), one.number(), one.creditorId().value(), one.creditor(), one.debtorId().value(), one.debtor(), word(one.stage()), one.openedOn(), Amount.of(one.openBalance()),
        one.next().map(next -> new Next(word(next.kind()), next.on())), one.reviewOn(), one.because(), one.closed().map(end -> new Closed(end.on(), end.why())),
        one.holds().stream().map(HoldJson::of).toList());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
