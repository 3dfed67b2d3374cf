package io.duly.banking.books;

import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One payment of a statement as it is stored: a booking, or one part of a batch.
 *
 * @param line of the booking in its statement, from 1
 * @param part of the batch, from 1; 0 for a single booking
 * @param day the booking date, else the value date, else the last day of the statement
 */
record Payment(int line, int part, Entry entry, Money amount, Details details, LocalDate day) {

  /** Where it stands in its statement: cheaper to compare than all that is said of it. */
  record Spot(int line, int part) {}

  Spot spot() {
    return new Spot(line, part);
  }

  /** @param otherwise the day of bookings that say none, in a statement that says none */
  static List<Payment> of(Statement statement, LocalDate otherwise) {
    var last = statement.ends().orElse(otherwise);
    var payments = new ArrayList<Payment>(statement.entries().size());
    int line = 0;
    for (var entry : statement.entries()) {
      line++;
      var day = entry.day().orElse(last);
      if (entry.parts().isEmpty()) {
        payments.add(new Payment(line, 0, entry, entry.amount(), entry.details(), day));
      }
      for (int part = 0; part < entry.parts().size(); part++) {
        var one = entry.parts().get(part);
        payments.add(new Payment(line, part + 1, entry, one.amount(), one.details(), day));
      }
    }
    return payments;
  }

  /** Whether it is money that came in and stays: booked, not taken back, not returned. */
  boolean comesIn() {
    return amount.isPositive() && entry.booked() && !entry.reversal() && details.returned().isEmpty() && !entry.returned();
  }

  Facts facts() {
    var party = details.counterparty();
    var said = new ArrayList<>(details.remittance());
    said.addAll(details.references());
    said.addAll(details.documents());
    return new Facts(
        day, amount.minor(), amount.currency().getCurrencyCode(), entry.reversal(), Facts.plain(entry.bankReference().orElse("")),
        Facts.plain(details.endToEnd().orElse("")), Facts.plain(party.account().orElse("")), Facts.plain(party.name().orElse("")),
        Facts.plain(String.join("", said)));
  }
}
