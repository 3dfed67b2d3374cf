package io.duly.journal;

import static io.duly.database.jooq.journal.Tables.DOCUMENT;
import static io.duly.database.jooq.journal.Tables.DOCUMENT_SCOPE;

import io.duly.kernel.CreditorId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps documents by the hash of their bytes; the same bytes are kept once. Nothing in it is ever changed. */
@Component
public final class Archive {

  /**
   * Keeps a document and lets those who may see the creditor see it; entries and terms name it by the answer.
   *
   * @param archivedAt when it is put down
   */
  public Sha256 keep(DSLContext tx, CreditorId creditor, Document document, Instant archivedAt) {
    var hash = Sha256.of(document.bytes());
    tx.insertInto(DOCUMENT)
        .set(DOCUMENT.SHA256, hash.bytes())
        .set(DOCUMENT.BYTES, document.bytes())
        .set(DOCUMENT.MEDIA_TYPE, document.mediaType())
        .set(DOCUMENT.NAME, document.name())
        .set(DOCUMENT.WORDS, document.words())
        .set(DOCUMENT.ARCHIVED_AT, archivedAt.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
    tx.insertInto(DOCUMENT_SCOPE)
        .set(DOCUMENT_SCOPE.SHA256, hash.bytes())
        .set(DOCUMENT_SCOPE.CREDITOR_ID, creditor.value())
        .onConflictDoNothing()
        .execute();
    return hash;
  }

  /** The document of these bytes, where the transaction's role may see it. */
  public Optional<Document> document(DSLContext tx, Sha256 hash) {
    return tx.select(DOCUMENT.NAME, DOCUMENT.MEDIA_TYPE, DOCUMENT.BYTES, DOCUMENT.WORDS)
        .from(DOCUMENT)
        .where(DOCUMENT.SHA256.eq(hash.bytes()))
        .fetchOptional(row -> new Document(row.value1(), row.value2(), row.value3(), row.value4()));
  }
}
