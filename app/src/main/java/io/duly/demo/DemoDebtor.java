package io.duly.demo;

import io.duly.parties.Acceptance;
import io.duly.parties.DebtorDetails;
import io.duly.parties.PersonDetails;
import io.duly.parties.Wishes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A debtor of the portfolio. */
record DemoDebtor(
    DebtorDetails details,
    Optional<String> alsoKnownAs,
    Temper temper,
    Land land,
    List<Person> people,
    List<Accepted> accepted,
    List<DemoInvoice> invoices) {

  record Person(PersonDetails details, Wishes wishes, boolean verified) {}

  /** @param version the index of the creditor's terms */
  record Accepted(int version, LocalDate on, String by, Acceptance.Act act) {}

  DemoDebtor billed(List<DemoInvoice> numbered) {
    return new DemoDebtor(details, alsoKnownAs, temper, land, people, accepted, numbered);
  }

  String number() {
    return details.externalId();
  }
}
