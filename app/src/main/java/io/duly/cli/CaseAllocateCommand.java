package io.duly.cli;

import io.duly.cases.CaseView;
import io.duly.cases.Cases;
import io.duly.cases.MoneyTasks;
import io.duly.cases.Notes;
import io.duly.cases.Recorded;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.ledger.Allocation;
import io.duly.ledger.InvoiceLine;
import io.duly.ledger.Ledger;
import io.duly.ledger.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case allocate}: money that lies unallocated is set against an invoice. */
@Command(
    name = "allocate",
    description = {
      "Sets what lies unallocated of the debtor, the oldest first, against an invoice: money that came, and credit notes.",
      "Until it is allocated nobody is contacted."
    })
final class CaseAllocateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Option(names = "--invoice", required = true, paramLabel = "NUMBER", description = "The invoice that it pays.")
  private String invoice;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var made = application.the(DSLContext.class).transactionResult(tx -> allocate(application, tx.dsl()));
      var out = spec.commandLine().getOut();
      out.println(json ? Json.of(made) : "Allocated " + made.amount() + " " + made.currency() + " to invoice " + made.invoice() + ".");
      return ExitCode.DONE;
    }
  }

  /** @param amount in major units */
  record Made(String invoice, String amount, String currency) {}

  private Made allocate(Opened application, DSLContext tx) {
    var by = today.by(application);
    var view = application.the(Cases.class).show(tx, named.in(application, tx), by.on()).orElseThrow();
    var ledger = application.the(Ledger.class);
    var line = line(ledger, tx, view, by);
    var parts = parts(line, rests(ledger, tx, view, by), application.the(IdSource.class), by);
    ledger.allocate(tx, parts);
    var sum = parts.stream().map(Allocation::amount).reduce(Money::plus).orElseThrow();
    application.the(Notes.class).add(tx, view.id(), "Allocated " + sum + " to invoice " + line.number() + ".", by);
    application.the(MoneyTasks.class).end(tx, "the money is allocated", by);
    return new Made(line.number(), sum.plain(), sum.currency().getCurrencyCode());
  }

  private InvoiceLine line(Ledger ledger, DSLContext tx, CaseView view, Recorded by) {
    return ledger.lines(tx, view.debtorId(), view.openBalance().currency(), by.on()).stream()
        .filter(one -> one.number().equals(invoice) && one.open().isPositive())
        .findFirst()
        .orElseThrow(() -> new CannotDo("Case " + view.number() + " has no open invoice " + invoice + "; ./duly case show " + view.number() + " lists them."));
  }

  private static List<Rest> rests(Ledger ledger, DSLContext tx, CaseView view, Recorded by) {
    var rests = ledger.unallocated(tx, view.debtorId(), by.on()).stream()
        .filter(rest -> rest.left().currency().equals(view.openBalance().currency()))
        .toList();
    if (rests.isEmpty()) {
      throw new CannotDo("Nothing of " + view.debtor() + " lies unallocated.");
    }
    return rests;
  }

  private static List<Allocation> parts(InvoiceLine line, List<Rest> rests, IdSource ids, Recorded by) {
    var parts = new ArrayList<Allocation>();
    var open = line.open();
    for (var rest : rests) {
      var part = rest.left().min(open);
      if (part.isPositive()) {
        parts.add(new Allocation(new PostingId(ids.next()), line.id(), rest.source(), part, by.on(), by.actor(), Optional.empty()));
        open = open.minus(part);
      }
    }
    return parts;
  }
}
