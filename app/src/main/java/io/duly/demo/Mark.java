package io.duly.demo;

import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * What the database says of the portfolio in it.
 *
 * @param endsOn the last day of its invoices
 * @param arrivedOn what arrives by this day has arrived
 * @param livedOn the last day at whose end the office went home
 */
record Mark(long seed, LocalDate endsOn, LocalDate arrivedOn, LocalDate livedOn) {

  static Optional<Mark> read(DSLContext tx) {
    return tx.fetchOptional("select seed, ends_on, arrived_on, lived_on from demo.portfolio")
        .map(row -> row.into(Mark.class));
  }

  void write(DSLContext tx) {
    tx.execute(
        """
        insert into demo.portfolio (seed, ends_on, arrived_on, lived_on) values (?, ?, ?, ?)
        on conflict (one) do update set arrived_on = excluded.arrived_on, lived_on = excluded.lived_on
        """,
        seed,
        endsOn,
        arrivedOn,
        livedOn);
  }

  Mark arrived(LocalDate day) {
    return new Mark(seed, endsOn, day, livedOn);
  }

  Mark lived(LocalDate day) {
    return new Mark(seed, endsOn, arrivedOn, day);
  }

  /** @throws NotADemo where somebody's real data is in the database */
  static void requireNothingReal(DSLContext tx, Parties parties) {
    var ours = PortfolioPlan.CREDITORS.stream().map(PortfolioPlan.Creditor::name).toList();
    var foreign = parties.creditors(tx).stream().map(Creditor::name).filter(name -> !ours.contains(name)).findFirst();
    if (foreign.isPresent() || (read(tx).isEmpty() && !parties.creditors(tx).isEmpty())) {
      throw new NotADemo(
          "This database holds data of its own ("
              + foreign.orElse("a creditor of that name")
              + "), so the demonstration is not put into it. Give it another place with DULY_HOME, as in"
              + " DULY_HOME=/tmp/duly-demo ./duly demo");
    }
  }
}
