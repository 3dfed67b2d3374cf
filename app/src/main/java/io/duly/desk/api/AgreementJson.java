package io.duly.desk.api;

import io.duly.agreements.AgreedPlan;
import io.duly.desk.bargain.AgreementSheet;
import io.duly.desk.bargain.Bargain;
import io.duly.plans.Instalment;
import io.duly.plans.PlanStanding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What may be offered in a case, the best first, and what is agreed. */
@Schema(name = "Agreement")
record AgreementJson(
    @Schema(description = "due and not contested, charges among it") Amount owed, @Schema(description = "due beside the running plan") Amount beside,
    @Schema(description = "the best for the creditor first, as far as one may go") List<OptionJson> options, @Schema(description = "the latest first; one runs at most") List<PlanJson> plans) {

  @Schema(name = "Payment")
  record PaymentJson(LocalDate on, Amount amount) {
    static PaymentJson of(Instalment one) {
      return new PaymentJson(one.dueOn(), Amount.of(one.amount()));
    }
  }

  @Schema(name = "PaymentOption")
  record OptionJson(
      @Schema(example = "instalments_3") String option, List<PaymentJson> payments, Amount total, LocalDate lastOn,
      @Schema(description = "of all payments, at what money costs the creditor") Amount presentValue, @Schema(description = "that all are kept, per cent", example = "50") int chance) {
    static OptionJson of(Bargain.Step step) {
      var plan = step.valued().offer().plan();
      return new OptionJson(
          step.word(), plan.instalments().stream().map(PaymentJson::of).toList(), Amount.of(plan.total()), plan.lastOn(), Amount.of(step.valued().presentValue()), step.valued().chance());
    }
  }

  @Schema(name = "Instalment")
  record InstalmentJson(
      LocalDate on, Amount amount, Amount paid, Optional<LocalDate> paidOn,
      @Schema(example = "kept", allowableValues = {"open", "kept", "late", "partly", "missed"}) String state) {
    static InstalmentJson of(PlanStanding.Line line) {
      return new InstalmentJson(line.instalment().dueOn(), Amount.of(line.instalment().amount()), Amount.of(line.paid()), line.paidOn(), CaseJson.word(line.state()));
    }
  }

  @Schema(name = "PlanEnded")
  record EndedJson(LocalDate on, @Schema(example = "kept", allowableValues = {"kept", "broken", "renegotiated", "superseded"}) String how, @Schema(example = "all of it is paid") String why) {}

  @Schema(name = "Plan")
  record PlanJson(
      UUID id, @Schema(example = "instalments") String kind, Amount debt, Amount interest, Amount paid, List<InstalmentJson> instalments, LocalDate madeOn,
      @Schema(example = "one_grace") String onMiss, @Schema(example = "3") int graceDays, @Schema(example = "transfer") String paidBy,
      @Schema(description = "until then what was missed may still come") Optional<LocalDate> graceUntil, @Schema(description = "the plan before") Optional<UUID> replaces,
      @Schema(description = "absent while it runs") Optional<EndedJson> ended) {
    static PlanJson of(AgreedPlan one) {
      return new PlanJson(
          one.id().value(), CaseJson.word(one.kind()), Amount.of(one.plan().debt()), Amount.of(one.plan().interest()), Amount.of(one.standing().paid()),
          one.standing().instalments().stream().map(InstalmentJson::of).toList(), one.madeOn(), CaseJson.word(one.onMiss()), one.graceDays(), one.paidBy().word(), one.graceUntil(),
          one.replaces().map(before -> before.value()), one.ended().map(end -> new EndedJson(end.on(), CaseJson.word(end.how()), end.why())));
    }
  }

  static AgreementJson of(AgreementSheet sheet) {
    return new AgreementJson(
        Amount.of(sheet.bargain().owed()), Amount.of(sheet.beside()), sheet.bargain().steps().stream().map(OptionJson::of).toList(), sheet.plans().stream().map(PlanJson::of).toList());
  }
}
