package io.duly.matching;

import io.duly.kernel.DebtorId;
import java.util.List;

/** What is to be made of a payment. */
public sealed interface Match {

  /** Debtors whose the money, or what is left of it, could be: nobody contacts them until that is settled. */
  List<Suspect> suspects();

  /** May be allocated without a person. */
  record Sure(Proposal proposal, List<Suspect> suspects) implements Match {}

  /** A person chooses; the best first. */
  record Likely(List<Proposal> proposals, List<Suspect> suspects) implements Match {}

  /** It could be theirs, and nothing says for which invoice. */
  record Candidates(List<Suspect> suspects) implements Match {}

  /** Nothing of the creditor's claims fits it. */
  record Nothing() implements Match {
    @Override
    public List<Suspect> suspects() {
      return List.of();
    }
  }

  /** A debtor whose it could be, and why one thinks so. */
  record Suspect(DebtorId debtor, List<Why> whys) {
    public Suspect {
      whys = List.copyOf(whys);
    }
  }
}
