package io.duly.approvals;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.PersonId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that somebody wants changed and that needs somebody else's yes.
 *
 * @param creditor whose accounts, limits or debt; empty where it is about somebody's rights
 * @param person whose rights; there where it is about those
 * @param recovery in which case something was offered; there where the kind is {@link Kind#OFFER}
 * @param about the name of the person, the debtor or the creditor
 * @param was as it stood when it was proposed: accounts as {@link Accounts} writes them, limits as {@link LimitsText} does, what was owed and promised in a case,
 *     the code of a role, or {@code shut-out}
 * @param becomes likewise
 * @param login of who proposed it
 * @param expires from then on nobody says yes any more
 */
public record Proposal(
    UUID id, Kind kind, Optional<CreditorId> creditor, Optional<PersonId> person, Optional<CaseOf> recovery, String about, String was, String becomes, PersonId by, String login,
    Instant at, Instant expires, Optional<Decision> decision) {

  /** Which case. */
  public record CaseOf(CaseId id, long number) {}

  /** What became of it. */
  public enum Outcome {
    APPROVED,
    /** Confirmed by who proposed it, for there was nobody else. */
    ALONE,
    DECLINED,
    WITHDRAWN,
    /** By a later proposal about the same. */
    REPLACED,
    /** It had changed meanwhile, or who proposed it no longer may. */
    OVERTAKEN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** @param login of who decided */
  public record Decision(Outcome outcome, String login, Instant at, String reason) {}

  public boolean waits(Instant now) {
    return decision.isEmpty() && now.isBefore(expires);
  }

  /** A word for what became of it: {@code waiting}, {@code expired}, or the outcome. */
  public String state(Instant now) {
    return decision.map(one -> one.outcome().code()).orElse(now.isBefore(expires) ? "waiting" : "expired");
  }

  /** When it was over: decided, or expired. */
  public Instant over() {
    return decision.map(Decision::at).orElse(expires);
  }

  UUID subject() {
    return person.map(PersonId::value).or(() -> recovery.map(one -> one.id().value())).or(() -> creditor.map(CreditorId::value)).orElseThrow();
  }
}
