package io.duly.einvoice;

import io.duly.cases.Recorded;
import io.duly.einvoice.CreditorOf.Found;
import io.duly.einvoice.model.Attachment;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Problem;
import io.duly.intake.EInvoicesIn;
import io.duly.intake.FileReport;
import io.duly.intake.ImportRequest;
import io.duly.intake.TakenFile;
import io.duly.intake.TakenFile.About;
import io.duly.intake.TakenFile.Aside;
import io.duly.intake.TakenFiles;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.kernel.IdSource;
import io.duly.parties.TermsOfTrade;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes the documents of one file into the books of one creditor. */
@Component
final class FileEntry {
  private final CreditorOf creditors;
  private final EInvoiceBooks books;
  private final TermsOfTrade terms;
  private final TakenFiles files;
  private final Archive archive;
  private final IdSource ids;
  private final Clock clock;

  FileEntry(CreditorOf creditors, EInvoiceBooks books, TermsOfTrade terms, TakenFiles files, Archive archive, IdSource ids, Clock clock) {
    this.creditors = creditors;
    this.books = books;
    this.terms = terms;
    this.files = files;
    this.archive = archive;
    this.ids = ids;
    this.clock = clock;
  }

  /** @throws NotAClaim where nothing of the file is a claim */
  FileReport take(DSLContext tx, Path path, OneFile file, ImportRequest request) {
    var understood = file.content().invoices().stream().map(FileEntry::understood).toList();
    var first = understood.stream().flatMap(one -> one.claim().stream()).findFirst()
        .orElseThrow(() -> new NotAClaim(understood.stream().flatMap(one -> one.against().stream()).toList()));
    var found = creditors.of(tx, request.creditor(), first.invoice());
    files.oneAtATime(tx, found.creditor().id());
    var by = Recorded.by("file:" + file.name(), request.asOf().orElse(request.today()), clock.instant());
    var original = archive.keep(tx, found.creditor().id(), new Document(file.name(), file.mediaType(), file.bytes(), words(file)), by.recordedAt());
    var taking = new Taking(tx, path, file, request, found, original, by, ids.next(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (var one : understood) {
      one.claim().ifPresentOrElse(claim -> enter(taking, claim), () -> taking.aside(one.against(), one.invoice()));
    }
    return report(taking);
  }

  /** A document that was understood as a claim, or what speaks against it. */
  private record Understood(EInvoice invoice, Optional<Claim> claim, List<Problem> against) {}

  private static Understood understood(EInvoice invoice) {
    try {
      return new Understood(invoice, Optional.of(Claims.of(invoice)), List.of());
    } catch (NotAClaim none) {
      return new Understood(invoice, Optional.empty(), none.reasons());
    }
  }

  private static String words(OneFile file) {
    return String.join("\n", file.content().invoices().stream()
        .flatMap(one -> Stream.concat(Stream.of(one.number(), one.seller().called(), one.buyer().called(), one.references().order()).flatMap(Optional::stream),
            one.lines().stream().map(line -> line.text())))
        .toList());
  }

  private void enter(Taking taking, Claim claim) {
    var late = taking.request().asOf().filter(day -> claim.issuedOn().isAfter(day));
    if (late.isPresent()) {
      taking.aside(List.of(Problem.told("after-as-of", "Issued on " + claim.issuedOn() + ", after " + late.get() + ", as of which files are taken in. Import it again without --as-of.")), claim.invoice());
      return;
    }
    var complete = withCarried(claim, taking.file());
    var due = DueDay.of(taking.tx(), terms, taking.found().creditor().id(), complete);
    var outcome = books.enter(new Entry(taking.tx(), taking.id(), taking.original(), taking.found().creditor(), complete, due, taking.by()));
    taking.settled(complete, due, outcome);
  }

  /** What a PDF carries beside its invoice data is an attachment too. */
  private static Claim withCarried(Claim claim, OneFile file) {
    var one = claim.invoice();
    var all = new ArrayList<Attachment>(one.attachments());
    all.addAll(file.content().carried());
    var complete =
        new EInvoice(
            one.syntax(), one.profile(), one.number(), one.typeCode(), one.type(), one.issuedOn(), one.dueOn(), one.deliveredOn(), one.currency(), one.seller(), one.payee(),
            one.buyer(), one.references(), one.payment(), one.totals(), one.taxes(), one.lines(), all, one.problems());
    return new Claim(complete, claim.credit(), claim.number(), claim.issuedOn(), claim.total(), claim.prepaid(), claim.payable(), claim.tax(), claim.notes());
  }

  private FileReport report(Taking taking) {
    var creditor = taking.found().creditor();
    var news = taking.count("taken");
    var known = taking.count("known");
    var aside = taking.asides().size();
    if (news > 0 || aside > 0 || taking.added()) {
      var record =
          new TakenFile(taking.id(), creditor.id(), taking.file().sha256(), taking.file().name(), EInvoiceTaker.KIND, taking.file().content().format(), news + known + aside, news, known, taking.about());
      files.keep(taking.tx(), taking.by().recordedAt(), taking.by().actor(), record, taking.asides());
    }
    var findings = Stream.concat(taking.about().stream().map(About::finding), taking.asides().stream().map(Aside::why)).toList();
    return FileReport.taken(taking.path(), EInvoiceTaker.KIND, taking.file().content().format(), "", List.of(creditor.name()), news, known, findings)
        .with(new EInvoicesIn(taking.each()), aside);
  }
}
