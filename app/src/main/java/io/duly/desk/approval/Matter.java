package io.duly.desk.approval;

import io.duly.approvals.Kind;
import io.duly.approvals.LimitsText;
import io.duly.approvals.OfferText;
import io.duly.approvals.Proposal;
import io.duly.desk.bargain.LimitChange;
import java.util.List;
import java.util.Optional;

/**
 * What a proposal is about, for who decides.
 *
 * @param accounts what changes of them
 * @param limits what changes of them
 * @param offer what a debtor was offered
 */
public record Matter(List<AccountRow> accounts, List<LimitChange> limits, Optional<OfferText.Offered> offer) {
  static Matter of(Proposal proposal) {
    return new Matter(
        AccountRow.of(proposal),
        proposal.kind() == Kind.LIMITS ? LimitChange.between(LimitsText.of(proposal.was()), LimitsText.of(proposal.becomes())) : List.of(),
        Optional.of(proposal).filter(one -> one.kind() == Kind.OFFER).map(one -> OfferText.of(one.becomes())));
  }
}
