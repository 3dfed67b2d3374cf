package io.duly.desk.casefile;

import io.duly.cases.Dispute;
import io.duly.cases.Inquiry;
import io.duly.kernel.InvoiceId;
import io.duly.ledger.ChargeLine;
import io.duly.ledger.InvoiceLine;
import io.duly.ledger.Rest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is owed, line by line.
 *
 * @param open the invoices with an open balance, oldest due first
 * @param settled how many invoices of the account are settled
 * @param disputes those that are open, by invoice
 * @param inquiries about them
 * @param unallocated money that is theirs, or could be
 * @param charges what is open of those that are posted, minor units
 */
public record Owed(List<InvoiceLine> open, long settled, Map<InvoiceId, Dispute> disputes, List<Inquiry> inquiries, List<Rest> unallocated, long charges) {

  static Owed of(List<InvoiceLine> lines, List<Dispute> disputes, List<Inquiry> inquiries, List<Rest> unallocated, List<ChargeLine> charges) {
    var open = lines.stream().filter(line -> line.open().isPositive()).toList();
    var contested =
        disputes.stream()
            .filter(dispute -> dispute.closedOn().isEmpty())
            .collect(Collectors.toMap(Dispute::invoice, Function.identity(), (first, _) -> first));
    return new Owed(open, lines.size() - open.size(), contested, inquiries, unallocated, charges.stream().mapToLong(line -> line.open().minor()).reduce(0, Math::addExact));
  }

  /** Minor units of the case's currency. */
  public long total() {
    return open.stream().mapToLong(line -> line.open().minor()).reduce(0, Math::addExact);
  }

  public Ageing ageing(LocalDate today) {
    return Ageing.of(open, disputes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().amount().minor())), today);
  }

  /** How much of it is contested, minor units. */
  public long disputed() {
    return open.stream().flatMap(line -> disputeOf(line).stream()).mapToLong(one -> one.amount().minor()).sum();
  }

  public Optional<Dispute> disputeOf(InvoiceLine line) {
    return Optional.ofNullable(disputes.get(line.id()));
  }

  /** Whom we asked about a dispute. */
  public List<Inquiry> asked(Dispute dispute) {
    return inquiries.stream().filter(one -> one.dispute().equals(dispute.id())).toList();
  }
}
