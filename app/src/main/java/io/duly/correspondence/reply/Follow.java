package io.duly.correspondence.reply;

import io.duly.cases.ReasonCategory;
import io.duly.kernel.Money;
import io.duly.wording.StopWish;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a person lets follow from a reply. Nothing of it follows by itself. */
public sealed interface Follow {

  /** @param amount contested; all that is open where none is named */
  record Contest(String invoice, Optional<Money> amount, String why) implements Follow {}

  record Promised(Money amount, LocalDate dueOn) implements Follow {}

  record Because(ReasonCategory category) implements Follow {}

  /** It says that it was paid: nobody is chased while the payment is looked for. */
  record LookForPayment(int days) implements Follow {}

  /** @param until its last day; open-ended without */
  record Hardship(Optional<LocalDate> until) implements Follow {}

  record Insolvent() implements Follow {}

  /** @param by who speaks for the debtor, by name */
  record Represented(String by) implements Follow {}

  /** What was honoured of wishes when it came was not meant so; these are. */
  record Wishes(List<StopWish> instead) implements Follow {}

  /** It reached somebody else: that address is not used again. */
  record WrongPerson() implements Follow {}

  /** We owe an answer; nobody is asked for money before it is given (P16). */
  record Answer(String what) implements Follow {}
}
