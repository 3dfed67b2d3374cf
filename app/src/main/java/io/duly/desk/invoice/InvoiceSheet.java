package io.duly.desk.invoice;

import io.duly.account.InvoiceOwed;
import io.duly.cases.Dispute;
import io.duly.cases.Inquiry;
import io.duly.correspondence.AnswerDays;
import io.duly.corrections.PossibleDuplicate;
import io.duly.einvoice.InvoiceLines.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the page of an invoice shows.
 *
 * @param owed how it stands today; empty before it is issued
 * @param disputes the latest first, those that are closed too
 * @param messages that named it, the latest first
 * @param lines where it came electronically
 * @param open the dispute that is open
 * @param duplicates in which it is one of the two, decided or not
 * @param documentName of the original, where it was archived
 * @param inquiries about what is or was contested of it, the latest first
 * @param papers of the case's file, that may go with our answer
 * @param due by when what were contested today would be answered; empty where nothing can be
 */
public record InvoiceSheet(
    InvoiceHead head, Optional<InvoiceOwed> owed, List<Contest> disputes, List<Named> messages, List<Line> lines, Optional<Dispute> open,
    List<PossibleDuplicate> duplicates, Optional<String> documentName, List<Inquiry> inquiries, List<Paper> papers, Optional<AnswerDays.Due> due) {

  /** Something of it can still be credited. */
  public boolean creditable() {
    return owed.filter(one -> one.gross().compareTo(one.credited()) > 0).isPresent();
  }

  public boolean contestable() {
    return open.isEmpty() && owed.filter(one -> one.open().isPositive()).isPresent();
  }

  /**
   * A dispute of it.
   *
   * @param amount minor units
   * @param lines of the invoice; empty where it is an amount alone
   * @param outcome empty while it is open
   */
  public record Contest(long amount, List<String> lines, String why, LocalDate openedOn, Optional<LocalDate> closedOn, Optional<String> outcome, Optional<String> answer) {}

  /** @param hash by which it is named, in hexadecimal digits */
  public record Paper(String hash, String name, LocalDate filedOn) {}

  /** What was asked about the open dispute. */
  public List<Inquiry> asked() {
    return inquiries.stream().filter(one -> open.filter(dispute -> dispute.id().equals(one.dispute())).isPresent()).toList();
  }

  /**
   * A message that named it.
   *
   * @param asked for this invoice, minor units
   * @param state as in {@code correspondence.message}: {@code checked} until it leaves
   */
  public record Named(LocalDate day, String channel, String template, String state, long asked, Optional<String> withdrawnWhy) {}
}
