package io.duly.einvoice.reading;

import io.duly.einvoice.model.Attachment;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.xml.Element;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a file.
 *
 * @param format in words: {@code UBL}, {@code PDF with CII}, {@code signed FatturaPA}
 * @param xml the document's own XML, for its validator; empty where it has none
 * @param carried files that a PDF carries beside the invoice data
 * @param problems of the file as a whole
 */
public record EInvoiceFile(String format, List<EInvoice> invoices, Optional<Element> xml, List<Attachment> carried, List<Problem> problems) {}
