package io.duly.parties;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P01")
class TermsOfTradeTest {
  private final IdSource ids = IdSource.of(InstantSource.system());
  private final Parties parties = new Parties(ids);
  private final TermsOfTrade terms = new TermsOfTrade(ids);
  private TestDatabase database;
  private Connection connection;
  private DSLContext tx;

  @BeforeEach
  void open() throws SQLException {
    database = TestDatabase.fresh();
    connection = database.connect();
    tx = DSL.using(connection, SQLDialect.POSTGRES);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void saysWhichTermsWereAcceptedOnADay() {
    var creditor = parties.creditor(tx, "Brightwell Supplies").id();
    var debtor = parties.store(tx, creditor, List.of(DebtorDetails.named("K-1", "Hotel Seeblick GmbH"))).id("K-1");
    var first = published(creditor, "2024", LocalDate.of(2024, 1, 1));
    var second = published(creditor, "2025", LocalDate.of(2025, 1, 1));
    var signed = new Acceptance(debtor, first.id(), LocalDate.of(2024, 3, 5), "A. Huber", Acceptance.Act.SIGNATURE, Optional.empty());
    var clicked = new Acceptance(debtor, second.id(), LocalDate.of(2025, 2, 7), "A. Huber", Acceptance.Act.CLICK, Optional.empty());
    terms.accept(tx, creditor, List.of(signed, clicked));

    assertThat(terms.accepted(tx, debtor, LocalDate.of(2024, 3, 4))).isEmpty();
    assertThat(terms.accepted(tx, debtor, LocalDate.of(2024, 3, 5))).contains(new AcceptedTerms(first, signed));
    assertThat(terms.accepted(tx, debtor, LocalDate.of(2025, 2, 6))).contains(new AcceptedTerms(first, signed));
    assertThat(terms.accepted(tx, debtor, LocalDate.of(2025, 2, 7))).contains(new AcceptedTerms(second, clicked));
    assertThat(terms.versions(tx, creditor)).containsExactly(second, first);
  }

  @Test
  void flagsWhatWasInvoicedBeforeAnyTermsWereAccepted() {
    var creditor = parties.creditor(tx, "Brightwell Supplies").id();
    var debtors =
        parties.store(tx, creditor, List.of(DebtorDetails.named("K-1", "Seeblick"), DebtorDetails.named("K-2", "Brun")));
    var version = published(creditor, "2024", LocalDate.of(2024, 1, 1));
    var day = LocalDate.of(2024, 3, 5);
    terms.accept(
        tx, creditor, List.of(new Acceptance(debtors.id("K-1"), version.id(), day, "A. Huber", Acceptance.Act.EMAIL, Optional.empty())));

    var tooEarly = new IssuedTo(debtors.id("K-1"), day.minusDays(1));
    var never = new IssuedTo(debtors.id("K-2"), day);
    assertThat(terms.withoutTerms(tx, List.of(tooEarly, new IssuedTo(debtors.id("K-1"), day), never)))
        .containsExactlyInAnyOrder(tooEarly, never);
  }

  private TermsVersion published(CreditorId creditor, String version, LocalDate from) {
    var made =
        new TermsVersion(
            ids.next(), creditor, version, from, Optional.of(30), Optional.of("9 points above base rate"),
            Optional.of("40 EUR"), Optional.empty(), Optional.of("DE"), Optional.empty());
    terms.publish(tx, made);
    return made;
  }
}
