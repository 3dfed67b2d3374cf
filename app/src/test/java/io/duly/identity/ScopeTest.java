package io.duly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.kernel.CreditorId;
import io.duly.parties.DebtorDetails;
import io.duly.parties.Parties;
import io.duly.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class ScopeTest {
  private TestDatabase database;
  private ConfigurableApplicationContext application;
  private Scope scope;
  private Person ofA;
  private Person ofNone;
  private Person ofAll;

  @BeforeAll
  void open() {
    database = TestDatabase.fresh();
    application = database.application("spring.main.lazy-initialization=true");
    scope = application.getBean(Scope.class);
    var a = debtorOf("A");
    debtorOf("B");
    ofA = new Person(UUID.randomUUID(), "a", "A", Role.COLLECTOR, List.of(a.value()));
    ofNone = new Person(UUID.randomUUID(), "n", "N", Role.COLLECTOR, List.of());
    ofAll = new Person(UUID.randomUUID(), "m", "M", Role.MANAGER, null);
  }

  @AfterAll
  void close() {
    application.close();
    database.close();
  }

  private CreditorId debtorOf(String creditor) {
    var dsl = application.getBean(DSLContext.class);
    var parties = application.getBean(Parties.class);
    var id = parties.creditor(dsl, creditor).id();
    parties.store(dsl, id, List.of(DebtorDetails.named("1", "Debtor of " + creditor)));
    return id;
  }

  private List<String> debtorsSeenBy(Person person) {
    return scope.reading(
        person, scoped -> scoped.fetch("select name from parties.debtor order by name").into(String.class));
  }

  @Test
  void whoeverIsScopedSeesOnlyTheirCreditors() {
    assertThat(debtorsSeenBy(ofA)).containsExactly("Debtor of A");
    assertThat(debtorsSeenBy(ofNone)).isEmpty();
    assertThat(debtorsSeenBy(ofAll)).containsExactly("Debtor of A", "Debtor of B");
  }

  @Test
  void theScopeEndsWithTheTransaction() {
    debtorsSeenBy(ofA);
    var afterwards = application.getBean(DSLContext.class).fetchSingle("select current_user::text, current_setting('duly.scope', true)");
    assertThat(afterwards.get(0, String.class)).isEqualTo("duly_app");
    assertThat(Optional.ofNullable(afterwards.get(1, String.class)).orElse("")).isEmpty();
  }

  @Test
  void readingChangesNothingWhateverIsAsked() {
    assertThatThrownBy(() -> scope.reading(ofAll, scoped -> scoped.execute("update parties.debtor set name = 'x'")))
        .isInstanceOf(RuntimeException.class);
    assertThat(debtorsSeenBy(ofAll)).containsExactly("Debtor of A", "Debtor of B");
  }

  @Test
  void whatThePersonDoesNotSeeIsNotChanged() {
    var changed =
        scope.changing(
            ofA,
            scoped -> scoped.fetchOptional("select id from parties.debtor where name = 'Debtor of B'"),
            (tx, _) -> tx.execute("update parties.debtor set city = 'x'"));
    assertThat(changed).isEmpty();
  }

  @Test
  void anAuditorChangesNothing() {
    var auditor = new Person(UUID.randomUUID(), "x", "X", Role.AUDITOR, null);
    assertThatThrownBy(() -> scope.changing(auditor, _ -> Optional.of(1), (_, one) -> one))
        .isInstanceOf(MayNotChange.class);
  }
}
