package io.duly.cases;

import io.duly.cases.Checklist.State;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.journal.PdfWords;
import io.duly.journal.Sha256;
import io.duly.kernel.CaseId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Papers that people put into the file of a case (P06): archived byte for byte, named in the journal, never changed. */
@Component
public final class Papers {
  /** Of one paper. */
  public static final int MOST_BYTES = 20 << 20;

  private static final int LONGEST_NAME = 120;
  private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Cn}]");

  private final CaseJournal cases;
  private final CaseFiles files;
  private final Archive archive;

  Papers(CaseJournal cases, CaseFiles files, Archive archive) {
    this.cases = cases;
    this.files = files;
    this.archive = archive;
  }

  /**
   * Puts a paper into the file.
   *
   * @param item what it is a proof of, which then counts as there; empty: nothing of the checklist
   * @param name as the file was called where it came from
   * @throws CannotRecord where the case is unknown or closed, or the file is empty, too large or of a kind that is not taken
   */
  public Sha256 file(DSLContext tx, CaseId id, Optional<ChecklistItem> item, String name, byte[] bytes, Recorded by) {
    var head = cases.open(tx, id);
    var called = called(name);
    var kind = kind(called, bytes);
    var words = kind == PaperKind.TEXT ? PaperKind.text(bytes).orElse("") : PdfWords.of(bytes);
    var document = archive.keep(tx, head.creditor(), new Document(called, kind.mediaType(), bytes, words), by.recordedAt());
    var facts = Map.of("name", called, "item", item.map(ChecklistItem::word).orElse(""), "mediaType", kind.mediaType(), "bytes", bytes.length);
    cases.write(tx, head, "paper-filed", "Filed " + called + item.map(one -> ": " + one.title()).orElse(""), facts, document, by);
    item.ifPresent(one -> files.mark(tx, id, one, State.THERE, Optional.empty(), by));
    return document;
  }

  private static PaperKind kind(String name, byte[] bytes) {
    if (bytes.length == 0) {
      throw new CannotRecord("The file " + name + " is empty.");
    }
    if (bytes.length > MOST_BYTES) {
      throw new CannotRecord("The file " + name + " is larger than 20 MB. Hand it in in parts, or as a smaller scan.");
    }
    return PaperKind.of(bytes)
        .orElseThrow(() -> new CannotRecord("The file " + name + " is no PDF, PNG, JPEG or plain text. Print or save it as a PDF and hand that in."));
  }

  /** Without folders and signs that nobody sees. */
  private static String called(String name) {
    var plain = UNSAFE.matcher(FOLDERS.matcher(name).replaceFirst("")).replaceAll("").strip();
    var kept = plain.length() > LONGEST_NAME ? plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST_NAME))) : plain;
    return kept.isEmpty() ? "document" : kept;
  }
}
