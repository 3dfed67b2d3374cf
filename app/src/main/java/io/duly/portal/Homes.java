package io.duly.portal;

import io.duly.agreements.CounterOffer;
import io.duly.agreements.Mandate;
import io.duly.correspondence.letter.PaymentCode;
import io.duly.correspondence.template.Brandings;
import io.duly.correspondence.template.CannotRender;
import io.duly.correspondence.template.Documents;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Messages;
import io.duly.correspondence.template.Occasion;
import io.duly.correspondence.template.Owed;
import io.duly.correspondence.template.Plain;
import io.duly.correspondence.template.Recipient;
import io.duly.correspondence.template.Sender;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.Money;
import io.duly.parties.Creditor;
import io.duly.strategy.DebtorKind;
import io.duly.wording.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Gathers what a debtor sees, in a fixed number of questions, each under the debtor's own role. */
@Component
final class Homes {
  private static final String WHO =
      """
      select d.*, r.id as creditor, r.name as creditor_name, r.country as creditor_country, r.language as creditor_language, r.time_zone as creditor_zone
        from (select id, creditor_id, external_id, name, kind, street, postal_code, city, country, time_zone from parties.debtor) d join parties.creditor r on r.id = d.creditor_id where d.id = ?
      """;

  /** Of this recovery: what is open, and what was settled since the case began. */
  private static final String INVOICES =
      """
      select i.id, i.number, i.currency, i.gross, i.issued_on, i.due_on,
             i.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id and p.effective_on <= {1}::date), 0) as open,
             coalesce((select sum(c.amount - coalesce((select sum(q.amount) from ledger.charge_posting q where q.charge_id = c.id and q.effective_on <= {1}::date), 0))
               from ledger.charge c where c.invoice_id = i.id and c.posted_on <= {1}::date), 0) as charges,
             coalesce((select sum(x.amount) from cases.dispute x where x.invoice_id = i.id and x.closed_on is null), 0) as disputed,
             coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id and p.kind = 'credit_note' and p.effective_on <= {1}::date), 0) as credited,
             coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id and p.kind = 'write_off' and p.effective_on <= {1}::date), 0) as written_off,
             coalesce(i.payment_reference, r.reference) as reference, exists (select from einvoice.e_invoice e where e.invoice_id = i.id) as document
        from ledger.invoice i left join ledger.payment_reference r on r.invoice_id = i.id
       where i.debtor_id = {0} and i.issued_on <= {1}::date
         and (i.settled_on is null or i.settled_on >= (select max(c.opened_on) from cases.recovery_case c where c.debtor_id = {0} and c.currency = i.currency)
           or exists (select from ledger.charge c where c.invoice_id = i.id and c.settled_on is null and c.cancelled_on is null))
       order by i.currency, i.due_on, i.number limit 400
      """;
  private static final String CASES =
      """
      select distinct on (c.currency) c.id, c.number, c.currency, c.stage,
             (select p.owed - p.debt from agreements.plan p where p.case_id = c.id and p.kind = 'settlement' and p.ended_on is not null
               and not exists (select from agreements.instalment i where i.plan_id = p.id
                 and not exists (select from agreements.promise m where m.plan_id = p.id and m.nth = i.nth and m.outcome = 'kept')) order by p.ended_on desc limit 1) as let_go
        from cases.recovery_case c where c.debtor_id = ? order by c.currency, c.closed_on is null desc, c.opened_on desc, c.number desc
      """;
  private static final String PROMISES = "select case_id, currency, amount, due_on from agreements.promise where debtor_id = ? and outcome is null";
  private static final String AWAITED =
      "select currency, amount, sent_on, awaited_until from agreements.payment_notice where debtor_id = ? and outcome is null order by sent_on, id";

  private static final String PARTS =
      """
      select p.currency, i.due_on, i.amount, case when p.kind = 'settlement' then p.owed - p.debt else 0 end as lets_go, coalesce(m.outcome in ('kept', 'late'), false) as paid
        from agreements.plan p join agreements.instalment i on i.plan_id = p.id left join agreements.promise m on m.plan_id = p.id and m.nth = i.nth
       where p.debtor_id = ? and p.ended_on is null order by p.currency, i.nth
      """;
  /** What they asked for and nobody has answered, or what was refused of late; the latest of a currency. */
  private static final String ASKS =
      """
      select distinct on (o.currency) o.currency, o.days, o.amounts, o.told_on, o.answer_by, o.outcome, o.answer
        from agreements.counter_offer o
       where o.debtor_id = {0} and o.told_on >= {1}::date - 60
         and (o.outcome is null or o.outcome = 'asked_above' and o.answered_on >= {1}::date - 7 or o.outcome = 'declined' and o.answered_on >= {1}::date - {2})
         and not exists (select from agreements.plan p where p.case_id = o.case_id and p.ended_on is null)
       order by o.currency, o.told_on desc, o.id desc
      """;
  /** One row where it is so: others' are not seen. */
  private static final String ONLINE = "select 1 from payments.provider";

  private static final String RECAPS =
      """
      select c.currency, r.message_id, r.acknowledged_at is not null as yes from correspondence.recap r join cases.recovery_case c on c.id = r.case_id
       where r.debtor_id = ? and r.again_of is null and (exists (select from agreements.plan p where p.id = r.plan_id and p.ended_on is null)
         or exists (select from agreements.promise p where p.id = r.promise_id and p.outcome is null))
      """;

  private final Brandings brandings;
  private final Today today;

  Homes(Brandings brandings, Today today) {
    this.brandings = brandings;
    this.today = today;
  }

  private static final String COLLECTED =
      """
      select p.currency, m.reference, m.holder, m.iban, t.identifier from agreements.plan p join agreements.mandate m on m.debtor_id = p.debtor_id and m.ended_on is null
        join agreements.direct_debit t on true
       where p.debtor_id = ? and p.ended_on is null and p.paid_by = 'direct_debit'
      """;

  private record Facts(Sender sender, Recipient recipient, LocalDate day, Language language, List<Record> invoices, List<Record> cases, List<Record> promises, List<Record> awaited, List<Record> parts, List<Record> recaps, List<Record> asks, List<Record> collected) {}

  Home of(DSLContext theirs, Visit visit) {
    var who = theirs.fetchSingle(WHO, visit.debtor().value());
    var id = visit.debtor().value();
    var sender = brandings.of(theirs, creditor(who)).sender();
    var day = today.in(theirs);
    var facts = new Facts(
        sender, recipient(who), day, visit.language(), theirs.fetch(INVOICES, DSL.val(id), DSL.val(day)), theirs.fetch(CASES, id), theirs.fetch(PROMISES, id),
        theirs.fetch(AWAITED, id), theirs.fetch(PARTS, id), theirs.fetch(RECAPS, id),
        theirs.fetch(ASKS, DSL.val(id), DSL.val(day), DSL.val(CounterOffer.SHOWN_DAYS)), theirs.fetch(COLLECTED, id));
    var currencies = facts.invoices().stream().map(row -> currency(row)).distinct().sorted().toList();
    return new Home(
        Plain.name(sender.name()), Plain.name(who.get("name", String.class)), sender.person().map(Sender.Person::name).map(Plain::name),
        sender.person().map(Sender.Person::phone).or(sender::phone).map(Plain::phone).filter(phone -> !phone.isBlank()), facts.recipient().country(), zone(who),
        currencies.stream().map(code -> account(facts, code)).toList(), !theirs.fetch(ONLINE).isEmpty());
  }

  private static ZoneId zone(Record who) {
    return ZoneId.of(Optional.ofNullable(who.get("time_zone", String.class)).orElseGet(() -> who.get("creditor_zone", String.class)));
  }

  private static String currency(Record row) {
    return row.get("currency", String.class).strip();
  }

  private static Account account(Facts facts, String code) {
    var currency = Currency.getInstance(code);
    var invoices = facts.invoices().stream().filter(row -> currency(row).equals(code)).map(row -> owing(row, code)).toList();
    var recovery = of(facts.cases(), code).findFirst();
    var promise = of(facts.promises(), code).findFirst().map(row -> new Account.Agreed(money(row, "amount", code), row.get("due_on", LocalDate.class)));
    var awaited = of(facts.awaited(), code)
        .map(row -> new Account.Awaited(money(row, "amount", code), row.get("sent_on", LocalDate.class), row.get("awaited_until", LocalDate.class)))
        .toList();
    var letGo = recovery.filter(row -> row.get("let_go") != null).map(row -> money(row, "let_go", code)).filter(Money::isPositive);
    var account = new Account(
        recovery.map(row -> new CaseId(row.get("id", UUID.class))), recovery.filter(row -> !row.get("stage", String.class).equals("closed")).isPresent(), currency, invoices,
        letGo, promise, deal(facts, code), of(facts.asks(), code).findFirst().map(row -> asks(row, code)), awaited, Optional.empty());
    return new Account(
        account.recovery(), account.isOpen(), currency, invoices, letGo, promise, account.deal(), account.asks(), awaited, way(facts, account, recovery.map(row -> row.get("number", Long.class)).orElse(0L)));
  }

  private static Account.Asks asks(Record row, String code) {
    var days = row.get("days", LocalDate[].class);
    var total = Arrays.stream(row.get("amounts", Long[].class)).mapToLong(Long::longValue).sum();
    return new Account.Asks(
        Money.ofMinor(total, code), days.length, days[days.length - 1], row.get("told_on", LocalDate.class), row.get("answer_by", LocalDate.class),
        Optional.ofNullable(row.get("answer", String.class)).filter(_ -> "declined".equals(row.get("outcome", String.class))));
  }

  private static Account.Deal deal(Facts facts, String code) {
    var letsGo = of(facts.parts(), code).findFirst().map(row -> money(row, "lets_go", code)).filter(Money::isPositive);
    var parts = of(facts.parts(), code).map(row -> new Account.Part(row.get("due_on", LocalDate.class), money(row, "amount", code), row.get("paid", Boolean.class))).toList();
    var recap = of(facts.recaps(), code).findFirst();
    boolean yes = recap.filter(row -> row.get("yes", Boolean.class)).isPresent();
    return new Account.Deal(parts, letsGo, yes ? Optional.empty() : recap.map(row -> row.get("message_id", UUID.class)), yes);
  }

  private static Stream<Record> of(List<Record> rows, String code) {
    return rows.stream().filter(row -> currency(row).equals(code));
  }

  /** The same instructions as in letters. */
  private static Optional<Account.Way> way(Facts facts, Account account, long number) {
    var asked = account.open().stream().filter(one -> one.asked().isPositive()).toList();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    var owed = new Owed(account.currency(), asked.stream().map(Homes::invoice).toList(), charges(asked), List.of());
    var agreed = account.promise().map(one -> new Occasion.Due(one.amount(), one.by()));
    var occasion = new Occasion(
        agreed.isPresent() ? Kind.PLAN_REMINDER : Kind.FIRST_REMINDER, facts.day(), false, facts.sender(), facts.recipient(), number, List.of(owed), Set.of(), agreed,
        Optional.empty(), List.of(), Documents.NONE, Optional.empty()).collected(agreed.flatMap(_ -> of(facts.collected(), account.currency().getCurrencyCode()).findFirst().map(Homes::collecting)));
    try {
      return Messages.howToPay(occasion, facts.language()).stream().findFirst()
          .map(payment -> new Account.Way(payment.rows(), payment.transfer().flatMap(transfer -> PaymentCode.of(transfer, facts.sender(), facts.recipient()))));
    } catch (CannotRender noAccount) {
      return Optional.empty();
    }
  }

  private static Occasion.Collecting collecting(Record row) {
    return new Occasion.Collecting(row.get("reference", String.class), row.get("identifier", String.class), row.get("holder", String.class), Mandate.masked(row.get("iban", String.class)));
  }

  private static Owed.Invoice invoice(Owing one) {
    return new Owed.Invoice(one.number(), one.issuedOn(), one.dueOn(), one.gross(), one.gross().minus(one.open()), one.open(), one.disputed(), one.reference());
  }

  private static List<Owed.Charge> charges(List<Owing> asked) {
    return asked.stream().filter(one -> one.charges().isPositive()).map(one -> new Owed.Charge("late_fee", one.number(), "", one.charges())).toList();
  }

  private static Owing owing(Record row, String code) {
    var open = money(row, "open", code);
    return new Owing(
        row.get("id", UUID.class), row.get("number", String.class), row.get("issued_on", LocalDate.class), row.get("due_on", LocalDate.class), money(row, "gross", code), open,
        money(row, "charges", code), money(row, "disputed", code).min(open), money(row, "credited", code), money(row, "written_off", code),
        Optional.ofNullable(row.get("reference", String.class)), row.get("document", Boolean.class));
  }

  private static Money money(Record row, String column, String code) {
    return Money.ofMinor(row.get(column, Long.class), code);
  }

  private static Creditor creditor(Record who) {
    return new Creditor(
        new CreditorId(who.get("creditor", UUID.class)), who.get("creditor_name", String.class), Optional.ofNullable(who.get("creditor_country", String.class)),
        Currency.getInstance("EUR"), who.get("creditor_language", String.class), ZoneId.of(who.get("creditor_zone", String.class)), "");
  }

  private static Recipient recipient(Record who) {
    var town = Stream.of("postal_code", "city").map(name -> who.get(name, String.class)).filter(text -> text != null).collect(Collectors.joining(" "));
    var lines = Stream.of(Optional.ofNullable(who.get("street", String.class)).orElse(""), town).filter(line -> !line.isBlank()).toList();
    return new Recipient(
        who.get("name", String.class), who.get("external_id", String.class), DebtorKind.valueOf(who.get("kind", String.class).toUpperCase(Locale.ROOT)), Optional.empty(), lines,
        Optional.ofNullable(who.get("country", String.class)), false);
  }
}
