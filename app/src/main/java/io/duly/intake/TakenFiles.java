package io.duly.intake;

import static io.duly.database.jooq.intake.Tables.FILE;
import static io.duly.database.jooq.intake.Tables.FINDING;
import static io.duly.database.jooq.intake.Tables.QUARANTINE;

import io.duly.journal.Sha256;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/** The record of the files that were taken in, for takers of other kinds of files than lists. */
@Component
public final class TakenFiles {
  private final IdSource ids;

  TakenFiles(IdSource ids) {
    this.ids = ids;
  }

  /** The digest of a file's bytes, read once from start to end. */
  public static Sha256 digest(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return Sha256.ofDigest(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /** Whether this very file brought something new to this creditor before. */
  public boolean known(DSLContext tx, CreditorId creditor, Sha256 sha256) {
    return tx.fetchExists(FILE, FILE.CREDITOR_ID.eq(creditor.value()), FILE.SHA256.eq(sha256.bytes()));
  }

  /**
   * Waits until no other file of this creditor is being taken in, and holds others off until the transaction ends: two at
   * once could each take the other's content for new.
   */
  public void oneAtATime(DSLContext tx, CreditorId creditor) {
    FileImport.oneAtATime(tx, creditor.value());
  }

  /**
   * Writes a file down with its findings, in the transaction that takes it in.
   *
   * @param actor {@code file:<name>}
   */
  public void keep(DSLContext tx, Instant at, String actor, TakenFile file) {
    keep(tx, at, actor, file, List.of());
  }

  /** The same, with the parts that were set aside; what this very file had set aside before is not set aside twice. */
  public void keep(DSLContext tx, Instant at, String actor, TakenFile file, List<TakenFile.Aside> asides) {
    var fresh = asides.stream().filter(one -> !setAsideBefore(tx, file, one)).toList();
    tx.insertInto(FILE)
        .set(FILE.ID, file.id())
        .set(FILE.CREDITOR_ID, file.creditor().value())
        .set(FILE.SHA256, file.sha256().bytes())
        .set(FILE.NAME, file.name())
        .set(FILE.KIND, file.kind())
        .set(FILE.FORMAT, file.format())
        .set(FILE.IMPORTED_AT, at.atOffset(ZoneOffset.UTC))
        .set(FILE.IMPORTED_BY, actor)
        .set(FILE.ROWS, Math.toIntExact(file.rows()))
        .set(FILE.IMPORTED, Math.toIntExact(file.imported()))
        .set(FILE.DUPLICATES, Math.toIntExact(file.duplicates()))
        .set(FILE.QUARANTINED, fresh.size())
        .execute();
    tx.batch(file.findings().stream().map(about -> row(tx, file, about)).toList()).execute();
    tx.batch(fresh.stream().map(one -> aside(tx, file, one)).toList()).execute();
  }

  private static boolean setAsideBefore(DSLContext tx, TakenFile file, TakenFile.Aside one) {
    return tx.fetchExists(
        tx.selectOne().from(QUARANTINE).join(FILE).on(FILE.ID.eq(QUARANTINE.FILE_ID))
            .where(FILE.SHA256.eq(file.sha256().bytes())).and(QUARANTINE.CREDITOR_ID.eq(file.creditor().value())).and(QUARANTINE.LINE.eq(one.row())));
  }

  private Query aside(DSLContext tx, TakenFile file, TakenFile.Aside one) {
    return tx.insertInto(QUARANTINE)
        .set(QUARANTINE.ID, ids.next())
        .set(QUARANTINE.CREDITOR_ID, file.creditor().value())
        .set(QUARANTINE.FILE_ID, file.id())
        .set(QUARANTINE.LINE, one.row())
        .set(QUARANTINE.FIELD, one.why().field().orElse(null))
        .set(QUARANTINE.CODE, one.why().code())
        .set(QUARANTINE.MESSAGE, one.why().message())
        .set(QUARANTINE.RAW, one.raw().replace('\0', ' '));
  }

  private Query row(DSLContext tx, TakenFile file, TakenFile.About about) {
    var finding = about.finding();
    return tx.insertInto(FINDING)
        .set(FINDING.ID, ids.next())
        .set(FINDING.CREDITOR_ID, file.creditor().value())
        .set(FINDING.FILE_ID, file.id())
        .set(FINDING.INVOICE_ID, about.invoice().map(InvoiceId::value).orElse(null))
        .set(FINDING.LINE, finding.row().orElse(null))
        .set(FINDING.FIELD, finding.field().orElse(null))
        .set(FINDING.CODE, finding.code())
        .set(FINDING.MESSAGE, finding.message());
  }
}
