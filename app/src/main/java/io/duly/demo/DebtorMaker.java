package io.duly.demo;

import io.duly.demo.DemoDebtor.Accepted;
import io.duly.demo.DemoDebtor.Person;
import io.duly.parties.Acceptance;
import io.duly.parties.Address;
import io.duly.parties.DebtorDetails;
import io.duly.parties.Relationship;
import io.duly.parties.PersonDetails;
import io.duly.parties.Wishes;
import io.duly.strategy.Channel;
import io.duly.strategy.DebtorKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes up one debtor with its people, its invoices and what it agreed to. */
final class DebtorMaker {
  private static final List<String> ROLES = List.of("accounts payable", "managing director", "office", "purchasing");
  private static final List<Wishes> WISHES =
      List.of(
          new Wishes(Set.of(Channel.CALL, Channel.SMS), false, Optional.of("Please write only.")),
          new Wishes(Set.of(), true, Optional.of("Please do not phone at work.")),
          new Wishes(Set.of(Channel.SMS), false, Optional.of("Calls after ten in the morning only.")),
          new Wishes(Set.of(Channel.EMAIL), false, Optional.of("Letters, please; nobody reads the mailbox.")));

  private final PortfolioPlan.Group group;
  private final PortfolioPlan.Creditor creditor;
  private final Land land;
  private final LocalDate end;
  private final Draw draw;
  private final Naming naming;

  DebtorMaker(PortfolioPlan.Creditor creditor, PortfolioPlan.Group group, Land land, LocalDate end, Draw draw) {
    this.creditor = creditor;
    this.group = group;
    this.land = land;
    this.end = end;
    this.draw = draw;
    this.naming = new Naming(land, draw);
  }

  DemoDebtor make(String number, int invoices, Land home) {
    var kind = kind();
    var named = kind == DebtorKind.COMPANY ? naming.company() : kind == DebtorKind.CONSUMER ? naming.human() : naming.soleTrader();
    var temper = Temper.drawn(draw);
    int tax = land.country().equals(home.country()) ? land.taxPercent() : 0;
    var maker = new InvoiceMaker(temper, land, size(kind), tax, creditor.paymentDays(), end, draw);
    var issued =
        Stream.generate(maker::make).limit(invoices).sorted(Comparator.comparing(DemoInvoice::issuedOn)).toList();
    var people = people(kind, named);
    return new DemoDebtor(
        details(number, kind, named, issued, home.currency()), named.latin(), temper, land, people,
        accepted(issued, people), issued);
  }

  private DebtorKind kind() {
    if (group.consumers()) {
      return DebtorKind.CONSUMER;
    }
    return draw.percent(68) ? DebtorKind.COMPANY : DebtorKind.SOLE_TRADER;
  }

  private double size(DebtorKind kind) {
    return switch (kind) {
      case COMPANY, UNKNOWN -> 620 * draw.factor(0.9);
      case SOLE_TRADER -> 210 * draw.factor(0.6);
      case CONSUMER -> 260 * draw.factor(0.5);
    };
  }

  private DebtorDetails details(
      String number, DebtorKind kind, Naming.Named named, List<DemoInvoice> issued, Currency home) {
    var mailbox = kind == DebtorKind.CONSUMER ? "post" : draw.from(land.all("mailboxes"));
    Optional<String> email = draw.percent(95) ? Optional.of(mailbox + "@" + named.slug() + ".example") : Optional.empty();
    Optional<String> phone = draw.percent(94) ? Optional.of(naming.phone()) : Optional.empty();
    var address = draw.percent(97) ? naming.address() : countryOnly();
    double bought = yearly(issued);
    var segment = kind == DebtorKind.CONSUMER ? "home" : bought > 20_000 ? "key" : "regular";
    return DebtorDetails.named(number, named.name())
        .being(kind)
        .at(address)
        .speaking(land.language(), land.timeZone())
        .reachedBy(email, phone)
        .worth(segment, Relationship.worth(Rates.worth(bought * draw.factor(0.1), home).minor()));
  }

  private Address countryOnly() {
    return new Address(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(land.country()));
  }

  private double yearly(List<DemoInvoice> issued) {
    return issued.stream()
        .filter(invoice -> invoice.issuedOn().isAfter(end.minusYears(1)))
        .map(DemoInvoice::gross)
        .mapToDouble(Rates::euros)
        .sum();
  }

  private List<Person> people(DebtorKind kind, Naming.Named debtor) {
    var people = new ArrayList<Person>();
    int count = kind == DebtorKind.COMPANY ? draw.between(0, 8) / 3 : 1;
    for (int n = 0; n < count; n++) {
      var human = kind == DebtorKind.CONSUMER ? debtor : naming.human();
      var role = kind == DebtorKind.COMPANY ? draw.from(ROLES) : kind == DebtorKind.CONSUMER ? "customer" : "owner";
      var details =
          new PersonDetails(
              human.name(), Optional.of(role), Optional.of(human.slug() + "@" + debtor.slug() + ".example"),
              Optional.of(naming.phone()), Optional.empty());
      people.add(new Person(details, draw.percent(13) ? draw.from(WISHES) : Wishes.NONE, draw.percent(45)));
    }
    return people;
  }

  /** Most agreed before the first invoice, some after it, some never (P01). */
  private List<Accepted> accepted(List<DemoInvoice> issued, List<Person> people) {
    var accepted = new ArrayList<Accepted>();
    var first = issued.getFirst().issuedOn();
    var by = people.isEmpty() ? "somebody at the debtor" : people.getFirst().details().name();
    if (draw.percent(88)) {
      var on = draw.percent(5) ? first.plusDays(draw.between(5, 60)) : first.minusDays(draw.between(1, 30));
      accepted.add(new Accepted(version(on), on, by, draw.from(List.of(Acceptance.Act.values()))));
    }
    var second = end.minusDays(PortfolioPlan.SECOND_TERMS_DAYS - draw.between(1, 60));
    if (draw.percent(35) && accepted.stream().allMatch(one -> one.on().isBefore(second))) {
      accepted.add(new Accepted(1, second, by, Acceptance.Act.CLICK));
    }
    return accepted.stream().filter(one -> !one.on().isAfter(end)).toList();
  }

  private int version(LocalDate on) {
    return on.isBefore(end.minusDays(PortfolioPlan.SECOND_TERMS_DAYS)) ? 0 : 1;
  }
}
