package io.duly.matching;

import io.duly.kernel.CreditNoteId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One explanation of a payment.
 *
 * @param parts what it pays, each above zero
 * @param credits what credit notes pay beside it, so that it fits
 * @param left of the payment, which no part takes
 * @param score 0 to 1000; only what is sure reaches 800
 * @param whys the reasons, strongest first
 */
public record Proposal(MatchKind kind, List<Part> parts, List<Credit> credits, Money left, int score, List<Why> whys) {

  private static final Set<Why.Code> PAYER =
      EnumSet.of(Why.Code.NAME, Why.Code.NAME_ALIKE, Why.Code.CUSTOMER_NUMBER, Why.Code.KNOWN_ACCOUNT);

  /**
   * What goes to one invoice.
   *
   * @param letGo of the same invoice with it
   */
  public record Part(InvoiceId invoice, Money amount, Optional<LetGo> letGo) {}

  /** What of a credit note goes to one invoice. */
  public record Credit(CreditNoteId creditNote, InvoiceId invoice, Money amount) {}

  /** Whether the payer was recognised, so that the account may be known as the debtor's from now on. */
  public boolean knowsPayer() {
    return whys.stream().anyMatch(why -> PAYER.contains(why.code()));
  }

  public Proposal {
    parts = List.copyOf(parts);
    credits = List.copyOf(credits);
    whys = List.copyOf(whys);
  }
}
