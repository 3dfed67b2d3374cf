package io.duly.correspondence.template;

import io.duly.wording.Claim;
import java.util.List;
import java.util.Set;

/** The formal notice that puts a debtor in France in default and begins legal interest (art. 1344, 1344-1, 1231-6 C. civ.). */
final class FormalNotice implements StatutoryLetter {

  @Override
  public boolean isFor(Occasion occasion) {
    return occasion.kind() == Kind.FORMAL_DEMAND && StatutoryLetter.isPersonIn("FR", occasion);
  }

  @Override
  public List<Piece> pieces(Occasion occasion, Forms forms) {
    return List.of(LawWords.paragraph(forms, "fr.mise-en-demeure"));
  }

  @Override
  public Set<Claim> claims() {
    return Set.of(Claim.INTEREST);
  }
}
