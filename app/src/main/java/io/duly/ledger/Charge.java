package io.duly.ledger;

import io.duly.kernel.ChargeId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What is owed on an invoice beside its principal. It has a balance of its own, which outlives the principal.
 *
 * @param amount above zero
 * @param from the first day that it is for, after the invoice's due day
 * @param to the last day; the same as the first where the charge arises once
 * @param computed how the amount comes about, in a sentence
 * @param lines how interest ran, line by line, as a JSON array; {@code []} for other kinds
 * @param postedOn the business date, not before {@code to}
 * @param actor who posted it: {@code duly} or {@code person:<login>}
 */
public record Charge(
    ChargeId id,
    InvoiceId invoice,
    Kind kind,
    Money amount,
    LocalDate from,
    LocalDate to,
    Basis basis,
    String computed,
    String lines,
    LocalDate postedOn,
    String actor) {

  public Charge {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A charge is above zero, not " + amount);
    }
    if (to.isBefore(from) || postedOn.isBefore(to)) {
      throw new IllegalArgumentException(
          "A charge of " + from + " to " + to + " cannot be posted on " + postedOn + "; its days have passed when it is");
    }
  }

  /**
   * What a charge stands on (P02).
   *
   * @param rule its id
   * @param statute the law, or the terms of trade
   * @param section of the law, or the clause
   * @param source where the text can be read, or the evidence that it was agreed
   * @param terms the version of the terms, where they are the basis
   * @param compounds whether interest bears interest under it
   */
  public record Basis(
      String rule, String statute, String section, String source, Optional<UUID> terms, boolean compounds) {

    /** {@code BGB § 288 (2)}. */
    public String named() {
      return statute + " " + section;
    }
  }

  /** What may be added to a debt. */
  public enum Kind {
    INTEREST,
    COMPENSATION,
    LATE_FEE,
    COLLECTION_COST,
    /** What a court asked for beginning a claim; charged by a person. */
    COURT_FEE,
    /** Agreed with a plan of payments for its time; charged when its last instalment is next. */
    PLAN_INTEREST;

    /** Whether payments find it among interest, not among costs. */
    public boolean isInterest() {
      return this == INTEREST || this == PLAN_INTEREST;
    }

    /** Whether the rules give it, so that what is posted of it is compared with them. */
    public boolean isByRule() {
      return this != COURT_FEE && this != PLAN_INTEREST;
    }

    /** As tables, files and pages name it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind read(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
