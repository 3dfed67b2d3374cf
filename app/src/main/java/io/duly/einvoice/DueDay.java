package io.duly.einvoice;

import io.duly.einvoice.model.Problem;
import io.duly.kernel.CreditorId;
import io.duly.parties.TermsOfTrade;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/** When a claim is due: as it says, else as its terms say, else as the creditor's terms of trade say. */
record DueDay(LocalDate day, Optional<Problem> note) {
  private static final int USUAL_DAYS = 30;

  static DueDay of(DSLContext tx, TermsOfTrade terms, CreditorId creditor, Claim claim) {
    if (claim.invoice().dueOn().isPresent()) {
      return new DueDay(claim.invoice().dueOn().get(), Optional.empty());
    }
    if (claim.credit()) {
      return new DueDay(claim.issuedOn(), Optional.empty());
    }
    return claim.invoice().payment().days()
        .map(days -> assumed(claim, days, "as its terms of payment say in words"))
        .or(() -> atOnce(claim))
        .orElseGet(() -> ofTrade(tx, terms, creditor, claim));
  }

  private static Optional<DueDay> atOnce(Claim claim) {
    return claim.invoice().payment().terms().filter(words -> words.matches("(?iu).*\\b(sofort|at once|immediately|on receipt|upon receipt|à réception|a vista|per direct)\\b.*"))
        .map(_ -> assumed(claim, 0, "as its terms of payment say in words"));
  }

  private static DueDay ofTrade(DSLContext tx, TermsOfTrade terms, CreditorId creditor, Claim claim) {
    var version = terms.versions(tx, creditor).stream().filter(one -> one.paymentDays().isPresent() && !one.validFrom().isAfter(claim.issuedOn())).findFirst();
    return version
        .map(one -> assumed(claim, one.paymentDays().orElseThrow(), "as the terms of trade " + one.version() + " say"))
        .orElseGet(() -> assumed(claim, USUAL_DAYS, "for no terms of trade of that time say how many"));
  }

  private static DueDay assumed(Claim claim, int days, String why) {
    var day = claim.issuedOn().plusDays(days);
    return new DueDay(day, Optional.of(Problem.told("due-date-missing", "The due date is missing; taken as " + day + ": " + days + " days, " + why + ". Print it on the invoice.")));
  }
}
