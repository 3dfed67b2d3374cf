package io.duly.cli;

import io.duly.cases.Recorded;
import io.duly.parties.Parties;
import io.duly.payments.Contract;
import io.duly.payments.Contracts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;

/** In the demonstration the fake provider takes payments for each creditor for whom nobody does. */
final class FakePayments {
  private static final Duration GOOD_FOR = Duration.ofDays(3);

  private FakePayments() {}

  static void offer(Facades application) {
    var contracts = application.the(Contracts.class);
    var clock = application.the(Clock.class);
    application.the(DSLContext.class).transaction(config -> {
      var tx = config.dsl();
      int nth = 1;
      for (var creditor : application.the(Parties.class).creditors(tx)) {
        if (contracts.of(tx, creditor.id()).isEmpty()) {
          contracts.set(
              tx, new Contract(creditor.id(), "demo" + nth, Contract.Kind.FAKE, Optional.empty(), GOOD_FOR), Recorded.by(Recorded.DULY, Today.of(clock), clock.instant()));
        }
        nth++;
      }
    });
  }
}
