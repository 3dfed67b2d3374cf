package io.duly.einvoice.model;

import java.util.Set;

/** What a document is in the books, from its code in UNTDID 1001. */
public enum DocumentType {
  INVOICE,
  CREDIT_NOTE,
  /** Replaces or changes an invoice that was sent before (384). */
  CORRECTION,
  /** Asks for money before delivery (386). */
  PREPAYMENT,
  /** Written by the buyer in the seller's name (389). */
  SELF_BILLED,
  /** Nobody owes anything by it: a proforma, an information for bookkeeping, a self-invoice for tax. */
  NO_CLAIM;

  private static final Set<String> CREDITS =
      Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532");
  private static final Set<String> NO_CLAIMS = Set.of("325", "751");
  private static final Set<String> SELF_BILLS = Set.of("389", "527");

  /** @param code of UNTDID 1001; one that is not known is an invoice, as most are */
  public static DocumentType of(String code) {
    return switch (code) {
      case "384" -> CORRECTION;
      case "386", "500" -> PREPAYMENT;
      default -> CREDITS.contains(code) ? CREDIT_NOTE : NO_CLAIMS.contains(code) ? NO_CLAIM : SELF_BILLS.contains(code) ? SELF_BILLED : INVOICE;
    };
  }
}
