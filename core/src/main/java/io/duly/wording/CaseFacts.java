package io.duly.wording;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is true of the case a text is about, as far as a text may claim it.
 *
 * @param claims what is known to be true or false; what is missing is unknown
 * @param amounts every amount the text may name; empty where it is not to be checked
 * @param dates every day the text may name; empty where it is not to be checked
 * @param contactName the person the debtor may talk to, where known
 * @param quoted names and other values that were imported, and words of a law: what stands in the text so is read as a name, whatever
 *     it says
 */
public record CaseFacts(
    Map<Claim, Boolean> claims,
    Optional<Set<Money>> amounts,
    Optional<Set<LocalDate>> dates,
    Optional<String> contactName,
    Set<String> quoted) {

  public CaseFacts {
    claims = Map.copyOf(claims);
    amounts = amounts.map(Set::copyOf);
    dates = dates.map(Set::copyOf);
    quoted = Set.copyOf(quoted);
  }

  /** Nothing is known: claims then need approval, and neither amounts nor days are checked. */
  public static CaseFacts unknown() {
    return new CaseFacts(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
  }

  /** These claims are true, every other is false. */
  public static CaseFacts bearing(Set<Claim> claims) {
    var known = new EnumMap<Claim, Boolean>(Claim.class);
    EnumSet.allOf(Claim.class).forEach(claim -> known.put(claim, claims.contains(claim)));
    return new CaseFacts(known, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
  }

  public CaseFacts withAmounts(Set<Money> named) {
    return new CaseFacts(claims, Optional.of(named), dates, contactName, quoted);
  }

  public CaseFacts withDates(Set<LocalDate> named) {
    return new CaseFacts(claims, amounts, Optional.of(named), contactName, quoted);
  }

  public CaseFacts withContactName(String name) {
    return new CaseFacts(claims, amounts, dates, Optional.of(name), quoted);
  }

  /** Nobody is spared or stopped by what these say. */
  public CaseFacts quoting(Set<String> values) {
    return new CaseFacts(claims, amounts, dates, contactName, values);
  }

  boolean bears(Claim claim) {
    return claims.getOrDefault(claim, false);
  }

  boolean denies(Claim claim) {
    return !claims.getOrDefault(claim, true);
  }
}
