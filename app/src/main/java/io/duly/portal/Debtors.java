package io.duly.portal;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a debtor may see. The work runs in a transaction in which the database itself hides every row of everybody else: the role
 * {@code duly_debtor} is under row security, reads the columns that are shown, and changes nothing.
 */
@Component
final class Debtors {
  /** Who acts, in journals. */
  static final String ACTOR = "debtor:portal";

  private static final String ENTER =
      "select set_config('duly.debtor', ?, true), set_config('duly.creditor_of_debtor', ?, true), set_config('role', 'duly_debtor', true)";
  private static final String LEAVE = "select set_config('role', 'duly_app', true)";

  private final DSLContext dsl;
  private final TransactionTemplate looking;
  private final TransactionTemplate working;

  Debtors(DSLContext dsl, PlatformTransactionManager transactions) {
    this.dsl = dsl;
    this.looking = new TransactionTemplate(transactions);
    this.looking.setReadOnly(true);
    this.working = new TransactionTemplate(transactions);
  }

  /** Reads what is theirs. */
  <T> T reading(Visit visit, Function<DSLContext, T> work) {
    return Objects.requireNonNull(looking.execute(_ -> {
      enter(visit);
      return work.apply(dsl);
    }));
  }

  /**
   * Changes something that is theirs: {@code find} looks with the debtor's eyes; what it finds is changed with the application's
   * rights in the same transaction.
   *
   * @return empty where {@code find} found nothing
   */
  <S, T> Optional<T> changing(Visit visit, Function<DSLContext, Optional<S>> find, BiFunction<DSLContext, S, T> change) {
    return Objects.requireNonNull(working.execute(_ -> {
      enter(visit);
      var found = find.apply(dsl);
      dsl.execute(LEAVE);
      return found.map(theirs -> change.apply(dsl, theirs));
    }));
  }

  private void enter(Visit visit) {
    dsl.fetch(ENTER, visit.debtor().toString(), visit.creditor().toString());
  }
}
