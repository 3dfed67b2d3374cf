package io.duly.desk.casefile;

import static io.duly.database.jooq.journal.Tables.ENTRY;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseFiles;
import io.duly.cases.Checklist;
import io.duly.cases.ChecklistItem;
import io.duly.cases.Papers;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.identity.Scope;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.journal.Sha256;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers of a case: put into its file, looked at, and what a person says of an item of the checklist. */
@Controller
@RequestMapping("/cases/{number}")
class PaperActions {
  private final CaseChanges changes;
  private final Scope scope;
  private final Papers papers;
  private final CaseFiles files;
  private final Archive archive;

  PaperActions(CaseChanges changes, Scope scope, Papers papers, CaseFiles files, Archive archive) {
    this.changes = changes;
    this.scope = scope;
    this.papers = papers;
    this.files = files;
    this.archive = archive;
  }

  @PostMapping("/papers")
  String file(Reader reader, @PathVariable long number, @RequestParam("file") MultipartFile file, @RequestParam(defaultValue = "") String item, RedirectAttributes next)
      throws IOException {
    var name = String.valueOf(file.getOriginalFilename());
    // What is too large is not read into memory to be told so.
    var bytes = file.getInputStream().readNBytes(Papers.MOST_BYTES + 1);
    return changes.change(reader, asked(number, "paper"), next, scoped -> Headlines.find(scoped, number), (tx, head, by) ->
        papers.file(tx, head.id(), ChecklistItem.of(item), name, bytes, by));
  }

  @PostMapping("/checklist")
  String mark(
      Reader reader, @PathVariable long number, @RequestParam String item, @RequestParam Checklist.State state, @RequestParam(defaultValue = "") String supplier,
      RedirectAttributes next) {
    var who = Optional.of(supplier.strip()).filter(text -> !text.isEmpty());
    return changes.change(reader, asked(number, "checklist"), next, scoped -> Headlines.find(scoped, number), (tx, head, by) ->
        files.mark(tx, head.id(), ChecklistItem.of(item).orElseThrow(() -> new CannotRecord("There is no such item in the case file.")), state, who, by));
  }

  /** The document that a line of the journal names. */
  @GetMapping("/documents/{seq}")
  ResponseEntity<byte[]> document(Reader reader, @PathVariable long number, @PathVariable int seq) {
    var document = scope.reading(reader.person().orElseThrow(), scoped -> named(scoped, number, seq).flatMap(hash -> archive.document(scoped, hash)));
    return document.map(PaperActions::shown).orElseThrow(NotThere::new);
  }

  private static Optional<Sha256> named(DSLContext scoped, long number, int seq) {
    return Headlines.find(scoped, number)
        .flatMap(head ->
            scoped.select(ENTRY.DOCUMENT).from(ENTRY)
                .where(ENTRY.CASE_ID.eq(head.id().value()), ENTRY.SEQ.eq(seq), ENTRY.DOCUMENT.isNotNull())
                .fetchOptional(row -> Sha256.ofDigest(row.value1())));
  }

  /** Only what can do nothing is shown; everything else is saved. */
  private static ResponseEntity<byte[]> shown(Document document) {
    return Happening.Entry.isShown(document.mediaType())
        ? Handing.shown(document.name(), document.mediaType(), document.bytes())
        : Handing.saved(document.name(), document.bytes());
  }

  private static CaseChanges.Asked asked(long number, String done) {
    return new CaseChanges.Asked(number, done, Map.of(), true);
  }
}
