package io.duly.desk.api;

import io.duly.agreements.Promises;
import io.duly.cases.CaseFiles;
import io.duly.cases.CaseView;
import io.duly.cases.Cases;
import io.duly.cases.Disputes;
import io.duly.cases.Reasons;
import io.duly.cases.Tasks;
import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.ChargeLine;
import io.duly.ledger.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Gathers what belongs to a case: a fixed number of questions, whatever the case holds. */
@Component
final class CaseReads {
  private final Cases cases;
  private final Ledger ledger;
  private final ChargeBook charges;
  private final Disputes disputes;
  private final Promises promises;
  private final Tasks tasks;
  private final Reasons reasons;
  private final CaseFiles files;

  CaseReads(Cases cases, Ledger ledger, ChargeBook charges, Disputes disputes, Promises promises, Tasks tasks, Reasons reasons, CaseFiles files) {
    this.cases = cases;
    this.ledger = ledger;
    this.charges = charges;
    this.disputes = disputes;
    this.promises = promises;
    this.tasks = tasks;
    this.reasons = reasons;
    this.files = files;
  }

  /** @param named by number or id; empty where there is none within scope */
  Optional<CaseDetail> read(DSLContext scoped, String named, LocalDate today) {
    return cases.find(scoped, named).flatMap(id -> cases.show(scoped, id, today)).map(one -> detail(scoped, one, today));
  }

  private CaseDetail detail(DSLContext scoped, CaseView one, LocalDate today) {
    var currency = one.openBalance().currency();
    CaseId id = one.id();
    return new CaseDetail(
        CaseJson.of(one),
        today,
        ledger.lines(scoped, one.debtorId(), currency, today).stream().filter(line -> line.open().isPositive()).map(CaseDetail.Line::of).toList(),
        Amount.of(charges.of(scoped, List.of(one.debtorId()), today).stream().map(ChargeLine::open).filter(open -> open.currency().equals(currency)).reduce(Money.zero(currency), Money::plus)),
        disputes.of(scoped, id).stream().map(CaseDetail.DisputeJson::of).toList(),
        promises.running(scoped, id).map(CaseDetail.PromiseJson::of),
        CaseDetail.counts(promises.trackRecord(scoped, one.debtorId())),
        tasks.openOf(scoped, id).stream().map(CaseDetail.TaskJson::of).toList(),
        reasons.of(scoped, id).stream().map(CaseDetail.Reason::of).toList(),
        files.checklist(scoped, id, today).lines().stream().map(CaseDetail.Item::of).toList());
  }
}
