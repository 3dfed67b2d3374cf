package io.duly.identity;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a signed-in person may see. The work runs in a transaction in which the database itself hides every row of other
 * creditors (invariant 13): the role {@code duly_desk} is under row security and cannot change anything.
 */
@Component
public final class Scope {
  /**
   * The parameters are the person's creditors, or null for all, with whose eyes they look, and who they are; the role comes last, for it could not read them all. Whoever
   * sees all creditors also sees what belongs to none yet: its scope is a uuid of zeros.
   */
  private static final String ENTER =
      """
      select set_config('duly.scope', coalesce(?::uuid[], (select array_append(array_agg(id), '00000000-0000-0000-0000-000000000000') from parties.creditor))::text, true),
             set_config('duly.eyes', ?, true), set_config('duly.person', ?, true), set_config('role', 'duly_desk', true)
      """;

  private static final String LEAVE = "select set_config('role', 'duly_app', true)";

  private final DSLContext dsl;
  private final TransactionTemplate looking;
  private final TransactionTemplate working;

  Scope(DSLContext dsl, PlatformTransactionManager transactions) {
    this.dsl = dsl;
    this.looking = new TransactionTemplate(transactions);
    this.looking.setReadOnly(true);
    this.working = new TransactionTemplate(transactions);
  }

  /** Reads what the person may see. */
  public <T> T reading(Person person, Function<DSLContext, T> work) {
    return looking.execute(_ -> {
      enter(person);
      return work.apply(dsl);
    });
  }

  /**
   * Works something out about what the person may see: {@code find} looks with the person's eyes; what it finds is looked
   * into with the application's rights, in the same transaction. That is taken back in the end: it may lock and change nothing.
   *
   * @return empty where {@code find} found nothing
   */
  public <S, T> Optional<T> consulting(Person person, Function<DSLContext, Optional<S>> find, BiFunction<DSLContext, S, T> work) {
    return working.execute(transaction -> {
      transaction.setRollbackOnly();
      enter(person);
      var found = find.apply(dsl);
      dsl.execute(LEAVE);
      return found.map(theirs -> work.apply(dsl, theirs));
    });
  }

  /**
   * Changes something that the person may see: {@code find} looks with the person's eyes; what it finds is changed with
   * the application's rights in the same transaction.
   *
   * @return empty where {@code find} found nothing
   * @throws MayNotChange where the person's role only reads
   */
  public <S, T> Optional<T> changing(
      Person person, Function<DSLContext, Optional<S>> find, BiFunction<DSLContext, S, T> change) {
    if (!person.role().mayChange()) {
      throw new MayNotChange(person);
    }
    return working.execute(_ -> {
      enter(person);
      var found = find.apply(dsl);
      dsl.execute(LEAVE);
      return found.map(theirs -> change.apply(dsl, theirs));
    });
  }

  /**
   * As {@link #changing}, for those who may take files in.
   *
   * @throws MayNotChange where the person's role does not take files in
   */
  public <S, T> Optional<T> importing(
      Person person, Function<DSLContext, Optional<S>> find, BiFunction<DSLContext, S, T> change) {
    if (!person.role().mayImport()) {
      throw new MayNotChange(person);
    }
    return changing(person, find, change);
  }

  /**
   * As {@link #changing}, for those who may change templates and letterheads.
   *
   * @throws MayNotChange where the person's role does not
   */
  public <S, T> Optional<T> authoring(
      Person person, Function<DSLContext, Optional<S>> find, BiFunction<DSLContext, S, T> change) {
    if (!person.role().mayAuthor()) {
      throw new MayNotChange(person);
    }
    return changing(person, find, change);
  }

  /**
   * As {@link #changing}, for those who may give up what is owed.
   *
   * @throws MayNotChange where the person's role does not
   */
  public <S, T> Optional<T> lettingGo(
      Person person, Function<DSLContext, Optional<S>> find, BiFunction<DSLContext, S, T> change) {
    if (!person.role().mayLetGo()) {
      throw new MayNotChange(person);
    }
    return changing(person, find, change);
  }

  /** Goes on with the application's rights in a transaction of the caller's in which something was read with a person's eyes. */
  public void leave() {
    dsl.execute(LEAVE);
  }

  private void enter(Person person) {
    var creditors = person.scope();
    @Nullable Object ids = creditors == null ? null : creditors.toArray(UUID[]::new);
    dsl.fetch(ENTER, ids, person.role().isOfTheHouse() ? "house" : "client", person.uuid().toString());
  }
}
