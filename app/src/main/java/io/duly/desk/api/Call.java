package io.duly.desk.api;

import io.duly.cases.Recorded;
import io.duly.identity.By;
import io.duly.identity.Caller;
import io.duly.identity.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A request of a program.
 *
 * @param today the desk's day
 * @param address where it comes from
 * @param afterwards what is done once the change is kept
 */
record Call(Caller caller, LocalDate today, Instant now, String address, List<Runnable> afterwards) {
  Person person() {
    return caller.person();
  }

  /** Who records something by it, now. */
  Recorded recorded() {
    return Recorded.by(person().actor(), today, now);
  }

  By by() {
    return By.person(person(), address);
  }
}
