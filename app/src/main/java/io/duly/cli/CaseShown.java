package io.duly.cli;

import io.duly.agreements.Promise;
import io.duly.agreements.Promises;
import io.duly.agreements.TrackRecord;
import io.duly.cases.CaseFiles;
import io.duly.cases.CaseView;
import io.duly.cases.Cases;
import io.duly.cases.Checklist;
import io.duly.cases.Dispute;
import io.duly.cases.Disputes;
import io.duly.cases.Reasons;
import io.duly.cases.StatedReason;
import io.duly.cases.Task;
import io.duly.cases.Tasks;
import io.duly.cycle.LastDecision;
import io.duly.cycle.LastDecisions;
import io.duly.kernel.CaseId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.InvoiceLine;
import io.duly.ledger.Ledger;
import io.duly.ledger.PaymentReferences;
import io.duly.strategy.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Everything that {@code case show} knows of one case on a day.
 *
 * @param open the invoices with an open balance on the day
 * @param references what a payer is to repeat, of those that have one
 * @param disputes those not closed by the day
 */
record CaseShown(
    CaseView view,
    Optional<LastDecision> decision,
    List<InvoiceLine> open,
    Map<InvoiceId, String> references,
    List<Dispute> disputes,
    Optional<Promise> promise,
    TrackRecord trackRecord,
    List<Task> tasks,
    List<StatedReason> stated,
    Checklist checklist) {

  static CaseShown of(Opened application, DSLContext tx, CaseId id, LocalDate day) {
    var view = application.the(Cases.class).show(tx, id, day).orElseThrow();
    var lines = application.the(Ledger.class).lines(tx, view.debtorId(), view.openBalance().currency(), day);
    return new CaseShown(
        view,
        Optional.ofNullable(application.the(LastDecisions.class).of(tx, List.of(id), day).get(id)),
        lines.stream().filter(line -> line.open().isPositive()).toList(),
        application.the(PaymentReferences.class).of(tx, lines.stream().map(InvoiceLine::id).toList()),
        application.the(Disputes.class).of(tx, id).stream().filter(dispute -> isOpen(dispute, day)).toList(),
        application.the(Promises.class).running(tx, id),
        application.the(Promises.class).trackRecord(tx, view.debtorId()),
        application.the(Tasks.class).openOf(tx, id),
        application.the(Reasons.class).of(tx, id),
        application.the(CaseFiles.class).checklist(tx, id, day));
  }

  List<Reason> reasons() {
    return decision.map(LastDecision::reasons).orElse(List.of());
  }

  /** The contested part of an invoice, at most what is open of it. */
  Money disputed(InvoiceId invoice, Money open) {
    return disputes.stream()
        .filter(dispute -> dispute.invoice().equals(invoice))
        .map(dispute -> dispute.amount().min(open))
        .reduce(Money.zero(open.currency()), Money::plus);
  }

  private static boolean isOpen(Dispute dispute, LocalDate day) {
    return !dispute.openedOn().isAfter(day) && dispute.closedOn().filter(closed -> !closed.isAfter(day)).isEmpty();
  }
}
