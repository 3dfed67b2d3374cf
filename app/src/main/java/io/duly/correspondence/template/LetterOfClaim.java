package io.duly.correspondence.template;

import io.duly.wording.Claim;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The letter of claim that goes before a court claim against an individual in England and Wales, sole traders among them
 * (Pre-Action Protocol for Debt Claims, paragraph 3). Only where a claim is really meant; with the protocol's own forms.
 */
final class LetterOfClaim implements StatutoryLetter {
  private static final List<String> FORMS = List.of("information sheet", "reply form", "financial statement");
  private static final int DAYS_TO_REPLY = 30;
  /** Two more for the post. */
  private static final int DAYS = 32;

  @Override
  public boolean isFor(Occasion occasion) {
    return occasion.kind() == Kind.FINAL_DEMAND && occasion.claims().contains(Claim.COURT) && StatutoryLetter.isPersonIn("GB", occasion);
  }

  @Override
  public List<Piece> pieces(Occasion occasion, Forms forms) {
    var sender = occasion.sender();
    if (sender.address().isEmpty()) {
      throw new CannotRender("Pre-Action Protocol for Debt Claims 3.1(a): an address for the reply must be named; set it with ./duly creditor branding --address.");
    }
    for (var form : FORMS) {
      if (occasion.documents().files().stream().noneMatch(name -> name.toLowerCase(Locale.ROOT).contains(form))) {
        throw new CannotRender("Pre-Action Protocol for Debt Claims 3.1: enclose the " + form + " (annexes 1 and 2 of the protocol).");
      }
    }
    boolean interest = occasion.owed().stream().flatMap(one -> one.charges().stream()).anyMatch(charge -> charge.kind().equals("interest"));
    var address = String.join(", ", sender.address().stream().map(Plain::name).toList());
    return List.of(
        LawWords.paragraph(forms, interest ? "gb.interest" : "gb.no-interest"), LawWords.paragraph(forms, "gb.claim", forms.day(occasion.day().plusDays(DAYS_TO_REPLY)), address));
  }

  @Override
  public Set<LocalDate> dates(Occasion occasion) {
    return Set.of(occasion.day().plusDays(DAYS_TO_REPLY));
  }

  @Override
  public Optional<LocalDate> payBy(Occasion occasion) {
    return Optional.of(occasion.day().plusDays(DAYS));
  }
}
