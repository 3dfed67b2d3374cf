package io.duly.intake;

import io.duly.journal.Sha256;
import io.duly.kernel.CreditorId;
import io.duly.kernel.InvoiceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that brought something new, as it is kept on record.
 *
 * @param sha256 of its bytes
 * @param kind as in {@link FileReport#kind()}
 * @param format as in {@link FileReport#format()}
 * @param rows its parts, whatever they are in its kind: {@code imported} and {@code duplicates} together
 * @param imported parts that brought something new
 */
public record TakenFile(
    UUID id,
    CreditorId creditor,
    Sha256 sha256,
    String name,
    String kind,
    String format,
    long rows,
    long imported,
    long duplicates,
    List<About> findings) {

  /** @param invoice the invoice that the finding is about, where it is about one */
  public record About(Optional<InvoiceId> invoice, Finding finding) {}

  /**
   * A part that was set aside.
   *
   * @param row where in the file, from 1
   * @param raw what it says, for those who decide what becomes of it
   */
  public record Aside(long row, Finding why, String raw) {}

  public TakenFile {
    findings = List.copyOf(findings);
  }
}
