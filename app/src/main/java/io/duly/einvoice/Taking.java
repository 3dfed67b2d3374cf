package io.duly.einvoice;

import io.duly.cases.Recorded;
import io.duly.einvoice.CreditorOf.Found;
import io.duly.einvoice.Entry.Outcome;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Problem;
import io.duly.intake.EInvoicesIn.One;
import io.duly.intake.ImportRequest;
import io.duly.intake.TakenFile.About;
import io.duly.intake.TakenFile.Aside;
import io.duly.journal.Sha256;
import io.duly.kernel.InvoiceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * One file being taken in, and what became of its documents so far.
 *
 * @param id of the record of the file
 * @param about findings
 * @param each the documents as the report shows them
 * @param originals documents that were known, of which the original came now
 */
record Taking(
    DSLContext tx,
    Path path,
    OneFile file,
    ImportRequest request,
    Found found,
    Sha256 original,
    Recorded by,
    UUID id,
    List<About> about,
    List<Aside> asides,
    List<One> each,
    List<String> originals) {

  void aside(List<Problem> why, EInvoice invoice) {
    var said = "%s %s of %s: %s %s, %s".formatted(invoice.syntax(), invoice.number().orElse("without number"), invoice.issuedOn().map(Object::toString).orElse("no date"),
        invoice.currency().orElse(""), invoice.totals().payable().map(Object::toString).orElse("no amount"), invoice.buyer().called().orElse("no buyer"));
    why.stream().limit(1).forEach(one -> asides.add(new Aside(each.size() + asides.size() + 1L, Findings.finding(one), said + "\noriginal " + original.hex())));
  }

  void settled(Claim claim, DueDay due, Outcome outcome) {
    switch (outcome) {
      case Outcome.Taken taken -> {
        about(taken.invoice(), everything(claim, due, taken.notes()));
        each.add(one(claim, due, "taken"));
      }
      case Outcome.Known known -> {
        about(known.invoice(), List.of(known.notes()));
        if (known.added()) {
          originals.add(claim.number());
        }
        each.add(one(claim, due, "known"));
      }
      case Outcome.SetAside set -> {
        aside(List.of(set.why()), claim.invoice());
        each.add(one(claim, due, "setAside"));
      }
    }
  }

  private List<List<Problem>> everything(Claim claim, DueDay due, List<Problem> notes) {
    return List.of(
        found.notes(), notes, claim.notes(), due.note().stream().toList(), file.content().problems(), claim.invoice().problems(), file.rules(), Lint.of(claim.invoice(), by.on()));
  }

  private void about(Optional<UUID> invoice, List<List<Problem>> problems) {
    Findings.of(problems).forEach(finding -> about.add(new About(invoice.map(InvoiceId::new), finding)));
  }

  boolean added() {
    return !originals.isEmpty();
  }

  long count(String outcome) {
    return each.stream().filter(one -> one.outcome().equals(outcome)).count();
  }

  private One one(Claim claim, DueDay due, String outcome) {
    var invalid = file.rules().stream().filter(Problem::fatal).count() + file.content().problems().stream().filter(Problem::fatal).count();
    return new One(
        claim.number(), type(claim), outcome, claim.invoice().seller().called().orElse(""), claim.invoice().buyer().called().orElse(""), claim.issuedOn(), due.day(),
        claim.total().currency().getCurrencyCode(), claim.total().major().toPlainString(), claim.payable().major().toPlainString(), claim.invoice().payment().reference(),
        invalid, claim.invoice().attachments().size());
  }

  private static String type(Claim claim) {
    return switch (DocumentRecord.kind(claim)) {
      case "credit_note" -> "creditNote";
      case "self_billed" -> "selfBilled";
      default -> DocumentRecord.kind(claim);
    };
  }
}
