package io.duly.charging;

import io.duly.kernel.Money;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeLine;
import io.duly.rules.ChargeAnswer;
import io.duly.rules.ChargeKind;
import io.duly.rules.Charges;
import io.duly.rules.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sets what the rules give beside what is posted. Interest and fixed sums are compared by their kind, costs by their rule
 * as well, for several rules may give costs.
 *
 * @param terms the version that the rules were given
 * @param interestTo the last day of interest
 * @param posted what stands on the invoice
 */
record Comparison(
    Charges charges, Optional<UUID> terms, InvoiceFacts invoice, LocalDate interestTo, List<ChargeLine> posted) {

  /** What belongs together: a kind, and of costs the rule. */
  private record Key(Charge.Kind kind, String rule) {}

  static Charge.Kind kind(ChargeKind kind) {
    return Charge.Kind.valueOf(kind.name());
  }

  List<Chargeable.Item> items(List<ChargeAnswer> answers) {
    var live = new LinkedHashMap<Key, List<ChargeLine>>();
    posted.stream()
        .filter(line -> line.charge().kind().isByRule())
        .sorted(Comparator.comparing(line -> line.charge().from()))
        .forEach(line -> live.computeIfAbsent(key(line.charge()), _ -> new ArrayList<>()).add(line));
    var items = new ArrayList<Chargeable.Item>();
    for (var answer : answers) {
      if (answer instanceof ChargeAnswer.Charge charge) {
        items.add(item(charge, Optional.ofNullable(live.remove(key(charge))).orElse(List.of())));
      }
    }
    live.forEach((key, lines) -> withoutBasis(key, lines).ifPresent(items::add));
    return items;
  }

  private static Key key(Charge charge) {
    return new Key(charge.kind(), charge.kind() == Charge.Kind.COLLECTION_COST ? charge.basis().rule() : "");
  }

  private static Key key(ChargeAnswer.Charge charge) {
    var kind = kind(charge.kind());
    return new Key(kind, kind == Charge.Kind.COLLECTION_COST ? charge.basis().id() : "");
  }

  private Chargeable.Item item(ChargeAnswer.Charge charge, List<ChargeLine> live) {
    var version = charge.basis().id().startsWith("TERMS-") ? terms : Optional.<UUID>empty();
    return switch (charge.kind()) {
      case INTEREST -> new InterestItem(charges, charge, version, interestTo, live).item();
      case COMPENSATION, LATE_FEE -> once(charge, version, live);
      case COLLECTION_COST -> costs(charge, version, live);
    };
  }

  /** A sum that is owed once: where it is another one now, the old one goes and the new one comes. */
  private Chargeable.Item once(ChargeAnswer.Charge charge, Optional<UUID> version, List<ChargeLine> live) {
    var before = Taking.sum(live, charge.amount().currency());
    var taking = before.equals(charge.amount()) ? Taking.NOTHING : Taking.all(live);
    boolean anew = live.isEmpty() || !taking.wrong().isEmpty();
    var rest = anew ? charge.amount() : Money.zero(before.currency());
    return plain(charge, version, before, rest, taking);
  }

  private Chargeable.Item costs(ChargeAnswer.Charge charge, Optional<UUID> version, List<ChargeLine> live) {
    var before = Taking.sum(live, charge.amount().currency());
    var taking = Taking.downTo(charge.amount(), live);
    var rest = taking.rest(charge.amount(), before);
    return plain(charge, version, before, rest, taking);
  }

  private static Chargeable.Item plain(
      ChargeAnswer.Charge charge, Optional<UUID> version, Money before, Money rest, Taking taking) {
    return new Chargeable.Item(
        kind(charge.kind()), charge.basis(), version, false, charge.period(), charge.amount(), before, rest,
        charge.computed(), List.of(), taking.wrong(), taking.stuck());
  }

  /** Something is posted and the rules give nothing of the kind any more. */
  private static Optional<Chargeable.Item> withoutBasis(Key key, List<ChargeLine> lines) {
    var last = lines.getLast().charge();
    var zero = Money.zero(last.amount().currency());
    var taking = Taking.downTo(zero, lines);
    if (taking.wrong().isEmpty() && taking.stuck().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Chargeable.Item(
            key.kind(), Bases.of(last), last.basis().terms(), last.basis().compounds(),
            new Period(last.from(), last.to()), zero, Taking.sum(lines, zero.currency()), zero,
            "The rules give nothing of it any more", List.of(), taking.wrong(), taking.stuck()));
  }
}
