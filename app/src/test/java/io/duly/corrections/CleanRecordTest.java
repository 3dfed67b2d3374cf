package io.duly.corrections;

import static io.duly.cases.Casework.BY_ANNA;
import static io.duly.cases.Casework.TODAY;
import static io.duly.cases.Casework.by;
import static io.duly.cases.Casework.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.agreements.PromiseOutcome;
import io.duly.agreements.Promises;
import io.duly.cases.Casework;
import io.duly.cases.DisputeOutcome;
import io.duly.cases.Disputes;
import io.duly.cases.Recorded;
import io.duly.cycle.DailyCycle;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Ledger;
import io.duly.testing.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where we were in the wrong the case closes, and the promise that the debtor made of it, and did not keep, is no stain (P09): by whatever way it is put right. */
@Tag("P09")
class CleanRecordTest {
  @AutoClose private static final Office OFFICE = new Office();
  private static final Recorded LATER = by(TODAY.plusDays(6));

  interface PutRight extends Consumer<Casework> {}

  static Stream<Arguments> ways() {
    return Stream.of(
        way("credited as a whole", office -> credit(office, Optional.empty())),
        way("credited in two parts", office -> {
          credit(office, Optional.of("700.00"));
          credit(office, Optional.of("500.00"));
        }),
        way("contested and accepted", office -> answer(office, "1200.00", DisputeOutcome.UPHELD, Optional.empty())),
        way("contested and settled by crediting all of it", office -> answer(office, "1200.00", DisputeOutcome.SETTLED, Optional.of("1200.00"))),
        way("a duplicate of one that is paid", CleanRecordTest::duplicate),
        way("contested in part and accepted, the rest paid in time", office -> {
          pay(office, "900.00");
          answer(office, "300.00", DisputeOutcome.UPHELD, Optional.empty());
        }),
        way("paid as far as it was owed, the rest credited", office -> {
          pay(office, "900.00");
          credit(office, Optional.of("300.00"));
        }));
  }

  private static Arguments way(String name, PutRight way) {
    return Arguments.of(name, way);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void theCaseClosesAndTheRecordIsClean(String way, PutRight putRight) {
    var office = new Casework(OFFICE);
    promised(office);
    putRight.accept(office);
    judged(office);
    assertThat(broken(office)).as(way).isZero();
    assertThat(OFFICE.the(DailyCycle.class).run(TODAY.plusDays(6)).failed()).isZero();
    assertThat(office.sql.fetchValue("select stage from cases.recovery_case where id = ?", office.caseId.value())).as(way).isEqualTo("closed");
  }

  @Test
  void aCreditOfALittleExcusesNobodyWhoPaidNothing() {
    var office = new Casework(OFFICE);
    promised(office);
    credit(office, Optional.of("10.00"));
    judged(office);
    assertThat(broken(office)).isOne();
  }

  private static void promised(Casework office) {
    office.the(Promises.class).record(office.sql, office.caseId, eur("1200.00"), TODAY.plusDays(3), Optional.empty(), BY_ANNA);
  }

  private static void judged(Casework office) {
    office.sql.execute("update agreements.promise set outcome = 'broken', judged_on = ?::date where debtor_id = ? and outcome is null", TODAY.plusDays(6), office.debtor.value());
  }

  private static long broken(Casework office) {
    return office.the(Promises.class).trackRecord(office.sql, office.debtor).count(PromiseOutcome.BROKEN);
  }

  private static void credit(Casework office, Optional<String> amount) {
    office.the(Corrections.class).credit(office.sql, new Correction(office.invoice, amount.map(Casework::eur), Mistake.WRONG_PRICE, Optional.empty(), "last year's list"), LATER);
  }

  private static void answer(Casework office, String contested, DisputeOutcome outcome, Optional<String> credited) {
    office.the(Disputes.class).open(office.sql, office.invoice, eur(contested).min(open(office)), "not ordered", TODAY.plusDays(20), by(TODAY.plusDays(4)));
    office.the(Corrections.class).answer(office.sql, office.invoice, outcome, credited.map(Casework::eur), Mistake.OTHER, Optional.empty(), "You are right.", LATER);
  }

  private static Money open(Casework office) {
    return office.the(Ledger.class).openBalance(office.sql, office.invoice, TODAY.plusDays(4)).orElseThrow();
  }

  /** The one that stands is paid; the promise was about the other. */
  private static void duplicate(Casework office) {
    var first = office.invoice(office.debtor, "4710", "1200.00", "EUR");
    pay(office, first, "1200.00", TODAY.minusDays(1));
    office.the(Duplicates.class).confirm(office.sql, office.invoice, first, Optional.empty(), "booked twice", LATER);
  }

  private static void pay(Casework office, String amount) {
    pay(office, office.invoice, amount, TODAY.plusDays(2));
  }

  private static void pay(Casework office, InvoiceId invoice, String amount, LocalDate day) {
    var id = new ReceiptId(OFFICE.the(IdSource.class).next());
    office.sql.execute(
        "insert into ledger.receipt (id, creditor_id, debtor_id, currency, amount, received_on, kind, recorded_at) values (?, ?, ?, 'EUR', ?, ?::date, 'manual', now())",
        id.value(), office.creditor.value(), office.debtor.value(), eur(amount).minor(), day);
    office.the(Ledger.class).allocate(
        office.sql,
        List.of(new Allocation(new PostingId(OFFICE.the(IdSource.class).next()), invoice, new Allocation.FromReceipt(id), eur(amount), day, "person:anna", Optional.empty())));
  }
}
