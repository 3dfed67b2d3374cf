package io.duly.payments;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links by which debtors pay. One is {@linkplain #prepare prepared} in a transaction and {@linkplain #offered offered} by the provider
 * outside of it; where the process ends between the two, the next who asks goes on with the same one.
 */
@Component
public final class PaymentLinks {
  /** What is asked for: what is contested is not. A running plan's invoices come first, as its payments count only on them. */
  private static final String ASKED =
      """
      select x.id, greatest(x.open, 0) as open, x.charges from (
        select i.id, i.due_on, i.number,
               i.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id), 0)::bigint
               - coalesce((select sum(d.amount) from cases.dispute d where d.invoice_id = i.id and d.closed_on is null), 0)::bigint as open,
               coalesce((select sum(c.amount - coalesce((select sum(q.amount) from ledger.charge_posting q where q.charge_id = c.id), 0))
                 from ledger.charge c where c.invoice_id = i.id and c.settled_on is null), 0)::bigint as charges,
               exists (select from agreements.plan_line l join agreements.plan a on a.id = l.plan_id where l.invoice_id = i.id and a.ended_on is null) as planned
          from ledger.invoice i where i.debtor_id = ? and i.currency = ? and i.issued_on <= ?) x
       where x.open > 0 or x.charges > 0 order by x.planned desc, x.due_on, x.number limit 400
      """;

  private final DSLContext database;
  private final TransactionTemplate transaction;
  private final Contracts contracts;
  private final Happenings happenings;
  private final CaseJournal cases;
  private final IdSource ids;
  private final InstantSource clock;

  PaymentLinks(
      DSLContext database, PlatformTransactionManager transactions, Contracts contracts, Happenings happenings, CaseJournal cases, IdSource ids, InstantSource clock) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.contracts = contracts;
    this.happenings = happenings;
    this.cases = cases;
    this.ids = ids;
    this.clock = clock;
  }

  /** The links of a case, the latest first. */
  public List<PaymentLink> of(DSLContext tx, CaseId recovery) {
    return LinkRows.ofCase(tx, recovery);
  }

  /** What is asked for in a case and can be paid by a link: charges among it, what is contested not. */
  public Money asked(DSLContext tx, CaseId recovery, Recorded by) {
    return sum(asked(tx, cases.head(tx, recovery), by), cases.head(tx, recovery));
  }

  /**
   * The link of a case and amount: the one that runs, or another.
   *
   * @param amount above zero, at most what is asked for
   * @throws CannotRecord where the case is closed, nobody takes payments for its creditor, or less is asked for
   */
  public PaymentLink prepare(DSLContext tx, CaseId recovery, Money amount, Recorded by) {
    var head = cases.open(tx, recovery);
    cases.locked(tx, List.of(recovery));
    var contract = contracts.of(tx, head.creditor()).orElseThrow(() -> new CannotRecord("Nobody takes payments online for this creditor; ./duly creditor payments says who does."));
    var asked = asked(tx, head, by);
    requireAsked(head, amount, sum(asked, head));
    var invoices = asked.stream().map(row -> row.get("id", UUID.class)).toArray(UUID[]::new);
    var now = clock.instant();
    var running = LinkRows.running(tx, recovery, amount);
    var same = running.filter(one -> one.isGood(now) && one.provider().equals(contract.name()) && one.invoices().stream().map(id -> id.value()).toList().equals(List.of(invoices)));
    return same.orElseGet(() -> {
      running.ifPresent(one -> over(tx, one));
      return another(tx, head, contract, amount, invoices, now, by);
    });
  }

  private static void requireAsked(CaseHead head, Money amount, Money asked) {
    if (!amount.currency().equals(head.currency()) || !amount.isPositive() || amount.compareTo(asked) > 0) {
      throw new CannotRecord("Of case " + head.number() + " " + asked + " is asked for; " + amount + " cannot be paid.");
    }
  }

  private static List<Record> asked(DSLContext tx, CaseHead head, Recorded by) {
    return List.copyOf(tx.fetch(ASKED, head.debtor().value(), head.currency().getCurrencyCode(), by.on()));
  }

  private static Money sum(List<Record> asked, CaseHead head) {
    return new Money(asked.stream().mapToLong(row -> Math.addExact(row.get("open", Long.class), row.get("charges", Long.class))).sum(), head.currency());
  }

  private static void over(DSLContext tx, PaymentLink one) {
    tx.execute("update payments.payment_link set state = 'over' where id = ? and state in ('new', 'open')", one.id());
  }

  private PaymentLink another(DSLContext tx, CaseHead head, Contract contract, Money amount, UUID[] invoices, Instant now, Recorded by) {
    var id = ids.next();
    tx.execute(
        """
        insert into payments.payment_link (id, creditor_id, debtor_id, case_id, provider, currency, amount, invoice_ids, made_on, made_at, made_by, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?::timestamptz, ?, ?::timestamptz)
        """,
        id, head.creditor().value(), head.debtor().value(), head.id().value(), contract.name(), amount.currency().getCurrencyCode(), amount.minor(), invoices, by.on(),
        now.atOffset(ZoneOffset.UTC), by.actor(), now.plus(contract.goodFor()).atOffset(ZoneOffset.UTC));
    cases.write(
        tx, List.of(head), "payment-link-made", "A link to pay " + amount + " online.",
        Map.of("link", id.toString(), "amount", amount.plain(), "currency", amount.currency().getCurrencyCode(), "provider", contract.name()), by);
    return LinkRows.of(tx, id).orElseThrow();
  }

  /**
   * Asks the provider for it where that was not done, and whether it is paid already where it was. Outside of any transaction, for it
   * waits for another's server.
   *
   * @param back where the payer is sent afterwards
   * @return the link as it stands now
   * @throws ProviderFailed where the provider does not answer as it should
   */
  public PaymentLink offered(PaymentLink link, Optional<String> back) {
    var contract = inTransaction(tx -> contracts.named(tx, link.provider())).orElseThrow(() -> new ProviderFailed("The provider " + link.provider() + " is not set any more."));
    var provider = contracts.provider(contract);
    if (link.page().isPresent()) {
      ask(provider, link);
    } else {
      var offer = provider.offer(new PaymentProvider.Wanted(link.id(), link.amount(), words(link), back, link.expiresAt()));
      inTransaction(tx -> tx.execute(
          "update payments.payment_link set state = 'open', reference = ?, address = ? where id = ? and state = 'new'", offer.reference(), offer.address(), link.id()));
    }
    return inTransaction(tx -> LinkRows.of(tx, link.id())).orElseThrow();
  }

  /** The provider's word of a payment may have been lost on its way: nobody is to pay twice. */
  private void ask(PaymentProvider provider, PaymentLink link) {
    if (provider.standing(link.page().orElseThrow().reference()) instanceof PaymentProvider.Paid paid) {
      happenings.take(link.provider(), Told.ofPayment(link, paid));
    }
  }

  private String words(PaymentLink link) {
    long number = inTransaction(tx -> cases.head(tx, link.recovery()).number());
    return Long.toString(number);
  }

  /**
   * Asks the provider to send money back to the payer. The books follow when the provider tells that it went.
   *
   * @param key under which it is sent once
   * @throws CannotRecord where the link is not paid, or less of it is left
   * @throws ProviderFailed where the provider does not answer as it should
   */
  public void refund(PaymentLink link, Money amount, UUID key) {
    var paid = link.paid().orElseThrow(() -> new CannotRecord("Nobody has paid by that link; nothing can go back."));
    if (!amount.currency().equals(link.amount().currency()) || !amount.isPositive() || amount.compareTo(link.amount().minus(paid.refunded())) > 0) {
      throw new CannotRecord("Of that payment " + link.amount().minus(paid.refunded()) + " can go back, not " + amount + ".");
    }
    var contract = inTransaction(tx -> contracts.named(tx, link.provider())).orElseThrow(() -> new ProviderFailed("The provider " + link.provider() + " is not set any more."));
    contracts.provider(contract).refund(paid.id(), amount, key);
  }

  private <T> T inTransaction(java.util.function.Function<DSLContext, T> work) {
    return java.util.Objects.requireNonNull(transaction.execute(_ -> work.apply(database)));
  }
}
