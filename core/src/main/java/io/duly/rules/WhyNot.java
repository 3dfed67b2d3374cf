package io.duly.rules;

import io.duly.rules.ChargeAnswer.NoCharge;
import java.time.LocalDate;
import java.util.Optional;

/** Says why nothing may be charged. */
record WhyNot(RulePack pack, Claim claim) {

  NoCharge notLate(ChargeKind kind, Optional<LocalDate> start, LocalDate day) {
    return new NoCharge(
        kind,
        start
            .map(first -> "On " + day + " the debt was not late; it is late from " + first)
            .orElse(
                "No day of payment was agreed, and the law of "
                    + claim.jurisdiction()
                    + " gives none for "
                    + debtor()));
  }

  NoCharge nothingOpen(ChargeKind kind, Period days) {
    return new NoCharge(
        kind,
        "Nothing was open and undisputed from "
            + days.from()
            + " to "
            + days.to()
            + " that could be charged");
  }

  NoCharge rateUnknown(LocalDate from) {
    return new NoCharge(
        ChargeKind.INTEREST,
        "No rate is known from " + from + " on; add its row and source to the rate table");
  }

  NoCharge noNotice(Basis basis, Optional<LocalDate> begins) {
    return new NoCharge(
        ChargeKind.INTEREST,
        begins
            .map(first -> "Interest runs from " + first + " only, the day after the formal notice")
            .orElse("Interest runs only from a formal notice, and none is on file")
            + " ("
            + basis.named()
            + ", rule "
            + basis.id()
            + ")");
  }

  NoCharge noBasis(ChargeKind kind) {
    String law =
        pack.refusal(kind, claim.dealing())
            .map(Refusal::said)
            .orElse(
                "No rule of the law of "
                    + claim.jurisdiction()
                    + " that Duly knows gives this against "
                    + debtor());
    return new NoCharge(kind, law + "; " + terms());
  }

  private String terms() {
    return claim
        .terms()
        .map(terms ->
            terms.acceptedOn().isAfter(claim.contractedOn())
                ? "terms "
                    + terms.version()
                    + " were accepted on "
                    + terms.acceptedOn()
                    + ", after the contract of "
                    + claim.contractedOn()
                : "terms " + terms.version() + " cannot give it or do not speak of it")
        .orElse("no accepted terms speak of it");
  }

  private String debtor() {
    return switch (claim.dealing()) {
      case BUSINESS -> "a business";
      case CONSUMER -> "a consumer";
      case UNKNOWN -> "a debtor of unknown kind, who is treated as a consumer";
    };
  }
}
