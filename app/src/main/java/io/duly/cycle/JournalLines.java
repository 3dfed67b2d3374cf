package io.duly.cycle;

import io.duly.journal.JournalEntry;
import io.duly.kernel.Money;
import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.Decision;
import io.duly.strategy.Decision.PromiseVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The journal's lines of decisions: {@code opened}, {@code promise-judged}, {@code decided} and {@code closed}. A
 * decision to wait that leaves the stage as it is has none. The bodies name invoices by number, amounts in major units.
 */
record JournalLines(Instant occurredAt) {
  private static final String ACTOR = "duly";

  List<JournalEntry> of(List<Conclusion> conclusions) {
    var entries = new ArrayList<JournalEntry>(conclusions.size() * 2);
    for (var one : conclusions) {
      if (one.isNew()) {
        entries.add(opened(one));
      }
      for (var verdict : one.decision().promises()) {
        entries.add(judged(one, verdict));
      }
      PlanChange.of(one).ifPresent(change -> entries.add(planned(one, change)));
      if (one.isClosed()) {
        entries.add(entry(one, "closed", "The case is closed: " + one.because() + ".", "{}"));
      } else if (changesSomething(one)) {
        entries.add(decided(one));
      }
    }
    return entries;
  }

  private static boolean changesSomething(Conclusion one) {
    return !(one.decision().action() instanceof Decision.Wait) || one.stageBefore() != one.decision().stage();
  }

  private JournalEntry opened(Conclusion one) {
    var account = one.account();
    int count = account.invoices.size();
    var open = new Money(account.openBalance(), account.currency);
    var summary = "The case is opened: " + open + " is open on " + count + (count == 1 ? " invoice." : " invoices.");
    var body = new JsonText().begin('{').field("currency", account.currency.getCurrencyCode());
    body.field("openBalance", open.plain());
    body.objects("invoices", account.invoices, (json, invoice) -> invoice(json, invoice, account));
    next(body, one);
    return entry(one, "opened", summary, body.end('}').toString());
  }

  private JournalEntry decided(Conclusion one) {
    var decision = one.decision();
    var body = new JsonText().begin('{').field("action", DecisionRows.action(decision));
    switch (decision.action()) {
      case Decision.Send send -> {
        body.field("step", send.step()).field("channel", Names.of(send.channel())).field("tone", Names.of(send.tone()));
        body.field("template", send.template());
      }
      case Decision.Ask ask -> body.field("task", Names.of(ask.kind())).field("step", ask.step()).field("due", ask.dueOn());
      case Decision.Wait _, Decision.Close _, Decision.None _ -> {}
    }
    body.field("currency", one.account().currency.getCurrencyCode());
    var numbers = numbers(one.account());
    body.objects("invoices", WorkRows.lines(one), (json, line) -> line(json, line, numbers, one.account()));
    next(body, one);
    body.json("reasons", one.reasons());
    return entry(one, "decided", one.because(), body.end('}').toString());
  }

  private static void next(JsonText body, Conclusion one) {
    var decision = one.decision();
    body.name("stage").begin('{').field("from", Names.of(one.stageBefore())).field("to", Names.of(decision.stage())).end('}');
    body.name("next").begin('{').field("kind", Names.of(decision.next().kind())).field("on", decision.next().on()).end('}');
    body.field("reviewOn", decision.reviewOn()).field("policy", one.decided().policy());
  }

  private static void invoice(JsonText json, InvoiceFacts invoice, Account account) {
    json.field("number", invoice.number()).field("dueOn", invoice.dueOn());
    json.field("open", new Money(invoice.open(), account.currency).plain());
  }

  private static void line(JsonText json, Decision.Line line, Map<UUID, String> numbers, Account account) {
    json.field("number", numbers.getOrDefault(line.invoice(), "?")).field("step", line.step());
    json.field("amount", new Money(line.amount(), account.currency).plain());
  }

  private static Map<UUID, String> numbers(Account account) {
    var numbers = new HashMap<UUID, String>(account.invoices.size() * 2);
    account.invoices.forEach(invoice -> numbers.put(invoice.id(), invoice.number()));
    return numbers;
  }

  private JournalEntry judged(Conclusion one, PromiseVerdict verdict) {
    var outcome = Names.of(verdict.outcome());
    var promise = one.account().promises.stream().filter(facts -> facts.id().equals(verdict.promise())).findFirst();
    var body = new JsonText().begin('{').field("outcome", outcome);
    promise.ifPresent(facts -> {
      body.field("amount", new Money(facts.amount(), one.account().currency).plain()).field("dueOn", facts.dueOn());
      body.field("received", new Money(facts.received(), one.account().currency).plain());
    });
    return entry(one, "promise-judged", "The promise was " + outcome.replace('_', ' ') + ".", body.end('}').toString());
  }

  private JournalEntry planned(Conclusion one, PlanChange change) {
    var body = new JsonText().begin('{');
    change.facts().forEach(body::field);
    return entry(one, change.kind(), change.sentence(), body.end('}').toString());
  }

  private JournalEntry entry(Conclusion one, String kind, String summary, String body) {
    return new JournalEntry(
        one.caseId(), one.account().debtor.creditor, kind, occurredAt, ACTOR, summary, body, Optional.empty());
  }
}
