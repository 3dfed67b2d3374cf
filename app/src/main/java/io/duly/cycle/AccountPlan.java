package io.duly.cycle;

import io.duly.database.CopiedRows;
import io.duly.kernel.Money;
import io.duly.plans.Instalment;
import io.duly.plans.OnMiss;
import io.duly.plans.RunningPlan;
import io.duly.strategy.CaseSnapshot.PromiseFacts;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The plan that runs in an account.
 *
 * @param promised how many of its instalments became promises until now
 */
record AccountPlan(RunningPlan running, int promised) {

  static AccountPlan read(CopiedRows rows, Currency currency) {
    var id = rows.uuid();
    var onMiss = OnMiss.valueOf(rows.text().toUpperCase(Locale.ROOT));
    int graceDays = rows.int4();
    var graceUntil = Optional.ofNullable(rows.dateOrNull());
    boolean settlement = rows.bool();
    long received = rows.int8();
    long open = rows.int8();
    int promised = rows.int4();
    var instalments = new ArrayList<Instalment>();
    for (var text : rows.texts()) {
      var one = Dated.of(text);
      instalments.add(new Instalment(one.day(), new Money(Long.parseLong(one.name()), currency)));
    }
    return new AccountPlan(new RunningPlan(id, instalments, received, open, onMiss, graceDays, graceUntil, settlement), promised);
  }

  /** A promise that is one of its instalments: what came for it is told by the plan. */
  PromiseFacts promise(PromiseFacts promise, int nth) {
    long came = running.stillOpen() == 0 ? promise.amount() : running.receivedOf(nth - 1);
    return new PromiseFacts(promise.id(), promise.amount(), promise.madeOn(), promise.dueOn(), came, OptionalInt.of(running.graceDays()), true);
  }
}
