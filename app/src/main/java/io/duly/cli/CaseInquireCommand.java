package io.duly.cli;

import io.duly.cases.Inquiries;
import io.duly.cases.Inquiry;
import io.duly.kernel.InvoiceId;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case inquire}: whom we ask about what is contested, and what they say. */
@Command(name = "inquire", description = "Keeps whom we ask about the open dispute of an invoice and by when, or, with --answer, what they said.")
final class CaseInquireCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedInvoice named;
  @Mixin private Today today;

  @Option(names = "--whom", required = true, description = "The carrier, the warehouse, whoever may know.")
  private String whom;

  @Option(names = "--question", description = "What they are asked.")
  private @Nullable String question;

  @Option(names = "--by", paramLabel = "DATE", description = "When their answer is wanted. Default: in three days.")
  private @Nullable LocalDate answerBy;

  @Option(names = "--answer", paramLabel = "TEXT", description = "What they said to the question that waits for them.")
  private @Nullable String answer;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** @param answered it was an answer */
  record Kept(String inquiry, String whom, boolean answered) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var kept = application.the(DSLContext.class).transactionResult(tx -> keep(application, tx.dsl()));
      today.decideAgain(application);
      spec.commandLine().getOut().println(json ? Json.of(kept) : kept.answered() ? "What " + whom + " said is kept." : "The question to " + whom + " is kept.");
      return ExitCode.DONE;
    }
  }

  private Kept keep(Opened application, DSLContext tx) {
    var invoice = named.in(application, tx);
    return answer == null ? new Kept(ask(application, tx, invoice).toString(), whom, false) : new Kept(answered(application, tx, invoice).toString(), whom, true);
  }

  private UUID ask(Opened application, DSLContext tx, InvoiceId invoice) {
    if (question == null) {
      throw new CannotDo("Say what they are asked with --question, or what they said with --answer.");
    }
    var by = today.by(application);
    return application.the(Inquiries.class).ask(tx, invoice, whom, question, answerBy == null ? by.on().plusDays(3) : answerBy, by);
  }

  private UUID answered(Opened application, DSLContext tx, InvoiceId invoice) {
    var inquiries = application.the(Inquiries.class);
    var waiting = inquiries.of(tx, invoice).stream()
        .filter(one -> one.answered().isEmpty() && one.whom().equalsIgnoreCase(whom.strip()))
        .map(Inquiry::id)
        .findFirst()
        .orElseThrow(() -> new CannotDo("No question to " + whom + " waits for an answer."));
    inquiries.answered(tx, waiting, String.valueOf(answer), today.by(application));
    return waiting;
  }
}
