package io.duly.einvoice;

import io.duly.einvoice.model.Problem;
import io.duly.einvoice.reading.EInvoiceFile;
import io.duly.journal.Sha256;
import java.util.List;

/**
 * A file that was read and checked.
 *
 * @param name without its folder
 * @param content what was found in it
 * @param rules what the published rules say of it
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by the digest
record OneFile(String name, byte[] bytes, Sha256 sha256, EInvoiceFile content, List<Problem> rules) {
  String mediaType() {
    return content.format().startsWith("PDF") ? "application/pdf"
        : content.format().startsWith("signed") ? "application/pkcs7-mime"
        : content.format().startsWith("EDIFACT") ? "application/edifact"
        : "application/xml";
  }
}
