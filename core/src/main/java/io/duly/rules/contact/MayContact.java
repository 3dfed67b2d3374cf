package io.duly.rules.contact;

import io.duly.rules.Basis;
import io.duly.rules.contact.Answer.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** May this debtor be contacted now, by which channel, and if not, why and from when on (P13). */
public final class MayContact {
  /** Each moves on by hours at least, mostly by days: more than two years. */
  private static final int MOST_STEPS = 1500;

  private final ContactPacks packs;
  private final Holidays holidays;

  public MayContact(ContactPacks packs, Holidays holidays) {
    this.packs = packs;
    this.holidays = holidays;
  }

  /** By the packs that come with Duly. */
  public static MayContact shipped(Holidays holidays) {
    return new MayContact(ContactPacks.shipped(), holidays);
  }

  /** Whether a contact is allowed at an instant, in every zone and place of the debtor. */
  public Answer at(ContactFacts facts, Reach reach, Purpose purpose, Instant at) {
    var asked = new Asked(facts, reach, purpose, holidays);
    List<Local> rules = rules(asked);
    List<Reason> reasons = reasons(rules, asked, at);
    return reasons.isEmpty()
        ? new Answer.Allowed(bases(rules))
        : new Answer.Refused(reasons, next(rules, asked, at));
  }

  public Answer at(ContactFacts facts, Channel channel, Purpose purpose, Instant at) {
    return at(facts, Reach.by(channel), purpose, at);
  }

  /** Why a contact is not allowed at an instant, without looking for when it is; empty where it is allowed. */
  public List<Reason> objections(ContactFacts facts, Reach reach, Purpose purpose, Instant at) {
    var asked = new Asked(facts, reach, purpose, holidays);
    return reasons(rules(asked), asked, at);
  }

  /** What every rule that has a say rests on, whether it allows or not. */
  public List<Basis> bases(ContactFacts facts, Reach reach, Purpose purpose) {
    return bases(rules(new Asked(facts, reach, purpose, holidays)));
  }

  /**
   * The first instant, not before one, at which a contact is allowed; empty where there is none. It is the same for all
   * instants up to the one that it finds.
   */
  public Optional<Instant> earliest(ContactFacts facts, Reach reach, Purpose purpose, Instant from) {
    var asked = new Asked(facts, reach, purpose, holidays);
    return next(rules(asked), asked, from);
  }

  /** Those of the instants at which a contact is allowed; quicker than asking for each, for nothing is said of the others. */
  List<Instant> allowed(ContactFacts facts, Reach reach, Purpose purpose, List<Instant> instants) {
    var asked = new Asked(facts, reach, purpose, holidays);
    List<Local> rules = rules(asked);
    return instants.stream()
        .filter(at -> rules.stream().allMatch(local -> local.isOpen(asked, at)))
        .toList();
  }

  private record Local(ContactRule rule, ZoneId zone) {
    Optional<Instant> earliest(Asked asked, Instant at) {
      return rule.earliest(asked, zone, at);
    }

    boolean isOpen(Asked asked, Instant at) {
      return rule.isOpen(asked, zone, at);
    }
  }

  private static List<Basis> bases(List<Local> rules) {
    return rules.stream().map(local -> local.rule.basis()).distinct().toList();
  }

  private List<Local> rules(Asked asked) {
    List<ZoneId> zones =
        asked.facts().zones().stream().sorted(Comparator.comparing(ZoneId::getId)).toList();
    return packs.of(asked.facts().jurisdictions()).stream()
        .flatMap(pack -> pack.rules().stream())
        .filter(rule -> rule.isFor(asked))
        .flatMap(rule -> zones.stream().map(zone -> new Local(rule, zone)))
        .toList();
  }

  /** One per rule, for the first zone in which it refuses. */
  private static List<Reason> reasons(List<Local> rules, Asked asked, Instant at) {
    Map<Basis, Reason> reasons = new LinkedHashMap<>();
    for (Local local : rules) {
      if (!local.isOpen(asked, at)) {
        ContactRule rule = local.rule;
        reasons.computeIfAbsent(
            rule.basis(),
            basis -> new Reason(basis, rule.binding(), rule.limit().why(asked, local.zone, at)));
      }
    }
    return List.copyOf(reasons.values());
  }

  /**
   * Before the latest of what the rules allow first, one of them refuses: so that is where to look
   * next, until all agree.
   */
  private static Optional<Instant> next(List<Local> rules, Asked asked, Instant at) {
    Instant candidate = at;
    for (int step = 0; step < MOST_STEPS; step++) {
      Optional<Instant> latest = latest(rules, asked, candidate);
      if (latest.isEmpty() || latest.get().equals(candidate)) {
        return latest;
      }
      candidate = latest.get();
    }
    return Optional.empty();
  }

  /** The latest of what the rules allow first, not before an instant; empty where one never does. */
  private static Optional<Instant> latest(List<Local> rules, Asked asked, Instant from) {
    Instant latest = from;
    for (Local local : rules) {
      Optional<Instant> earliest = local.earliest(asked, from);
      if (earliest.isEmpty()) {
        return Optional.empty();
      }
      latest = earliest.get().isAfter(latest) ? earliest.get() : latest;
    }
    return Optional.of(latest);
  }
}
