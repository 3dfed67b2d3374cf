/**
 * Electronic invoices: UBL, UN/CEFACT CII (XRechnung, Peppol BIS, Factur-X, ZUGFeRD), FatturaPA and EDIFACT INVOIC are
 * told by what is in the file, read into one {@link io.duly.einvoice.model.EInvoice}, checked against the rules of
 * EN 16931, and become claims of their seller, with the original and its attachments in the archive. Nothing here decides
 * what is to be done about a debt.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identifiers", "phones", "rules", "database", "journal", "parties", "ledger", "intake", "strategy", "cases", "corrections"})
@NullMarked
package io.duly.einvoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
