package io.duly.bankyear;

import java.util.List;

/**
 * What a creditor and its debtors are like. Shares are of a thousand.
 *
 * @param numbers how invoices are numbered: {@code y} is the year, {@code n} the running number with its noughts
 * @param firstNumber of the year
 * @param words for an invoice, as payers write them
 * @param referenced share of invoices that carry a structured reference
 * @param cutAt lengths at which banks cut texts off
 */
public record Profile(
    String name,
    int debtors,
    int invoices,
    String numbers,
    int firstNumber,
    List<String> words,
    List<String> forms,
    int referenced,
    int subscribers,
    int siblings,
    int discounts,
    int charges,
    int partials,
    int overpaid,
    int mistyped,
    int cutOff,
    List<Integer> cutAt,
    int noText,
    int wrongReference,
    int otherPayer,
    int paidTwice,
    int noName,
    int combined,
    int unrelated) {

  /** A German wholesaler with some subscriptions. */
  public static Profile wholesaler() {
    return new Profile("wholesaler", 420, 6_000, "RE-y-nnnnn", 1_000,
        List.of("Rechnung", "Rechnung Nr.", "RE", "Rg.", "Rg.-Nr.", "RNr", "Re.Nr.", "Rechnungsnr.", "Rech."),
        List.of("GmbH", "GmbH & Co. KG", "AG", "KG", "e.K.", "UG", "OHG", "GbR"),
        250, 300, 50, 60, 12, 15, 6, 10, 15, List.of(35, 70, 140), 14, 5, 12, 5, 30, 220, 70);
  }

  /** Another country, other numbers, other habits: few references, long payment runs, foreign payers. */
  public static Profile exporter() {
    return new Profile("exporter", 260, 5_000, "nnnnnn", 41_000,
        List.of("Invoice", "INV", "inv no", "Invoices", "Factuur", "FACT", "Facture", "fact. n°", "Bill", "Faktura", "Your invoice"),
        List.of("Ltd", "Limited", "B.V.", "BV", "SARL", "S.A.", "NV", "ApS", "Oy", "LLC", "Inc."),
        80, 150, 40, 25, 45, 18, 8, 14, 20, List.of(27, 35, 105), 12, 7, 18, 6, 55, 380, 90);
  }

  /** Many small ones with the same amounts, prefixes with letters. */
  public static Profile publisher() {
    return new Profile("publisher", 900, 7_500, "Fy/nnnn", 1,
        List.of("FA", "Facture", "Abo", "Rechnung", "invoice", "F", "Facture no"),
        List.of("SAS", "SARL", "SA", "EURL", "GmbH", "", "", ""),
        400, 700, 60, 10, 5, 6, 6, 12, 12, List.of(35, 140), 14, 6, 10, 7, 40, 120, 50);
  }
}
