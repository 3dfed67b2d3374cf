package io.duly.desk.bargain;

import io.duly.agreements.PaymentNotice;
import io.duly.agreements.PaymentNotices;
import io.duly.calls.Offers;
import io.duly.cases.CaseHead;
import io.duly.cases.Recorded;
import io.duly.correspondence.ContactPermission;
import io.duly.kernel.Money;
import io.duly.plans.BankDay;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** "We have sent it", told in a call, a reply or a letter, written down by whoever heard it. */
@Component
public final class SentPayments {
  private final PaymentNotices notices;
  private final Offers offers;
  private final ContactPermission permission;

  SentPayments(PaymentNotices notices, Offers offers, ContactPermission permission) {
    this.notices = notices;
    this.offers = offers;
    this.permission = permission;
  }

  /** What was told. */
  public record Told(Money amount, LocalDate sentOn, PaymentNotices.Way way, Optional<String> words) {}

  /**
   * Records it; it is awaited for as many bank days as its way takes where the debtor is.
   *
   * @throws io.duly.cases.CannotRecord where the case is closed, or the amount or day cannot be
   */
  public PaymentNotice record(DSLContext tx, CaseHead head, Told told, Recorded by) {
    var days = BankDay.among(offers.days(permission.known(tx, head.debtor(), Optional.of(head.id()), by.recordedAt())));
    var from = told.sentOn().isBefore(by.on()) ? by.on() : told.sentOn();
    return notices.tell(tx, head.id(), new PaymentNotices.Told(told.amount(), told.sentOn(), told.way(), told.words(), told.way().lastDay(from, days)), by);
  }
}
