package io.duly.einvoice.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One document of a file, as its seller wrote it.
 *
 * @param profile the specification it says it follows (BT-24)
 * @param number the seller's document number (BT-1)
 * @param typeCode as in the file: UNTDID 1001 ({@code 380}), or the Italian {@code TD01}
 * @param dueOn the day by which all of it is due (BT-9); the last one of instalments
 * @param deliveredOn the day of delivery (BT-72), else the end of the period that is invoiced
 * @param currency ISO 4217 (BT-5)
 * @param payee who is to be paid, where it is not the seller (BG-10)
 * @param problems what could not be read, and what else the biller should know of the file's form
 */
public record EInvoice(
    Syntax syntax,
    Optional<String> profile,
    Optional<String> number,
    String typeCode,
    DocumentType type,
    Optional<LocalDate> issuedOn,
    Optional<LocalDate> dueOn,
    Optional<LocalDate> deliveredOn,
    Optional<String> currency,
    Party seller,
    Optional<Party> payee,
    Party buyer,
    References references,
    Payment payment,
    Totals totals,
    List<TaxLine> taxes,
    List<Line> lines,
    List<Attachment> attachments,
    List<Problem> problems) {

  public EInvoice {
    taxes = List.copyOf(taxes);
    lines = List.copyOf(lines);
    attachments = List.copyOf(attachments);
    problems = List.copyOf(problems);
  }
}
