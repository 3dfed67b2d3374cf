package io.duly.parties;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.IdSource;
import io.duly.strategy.Channel;
import io.duly.strategy.DebtorKind;
import io.duly.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PartiesTest {
  private final IdSource ids = IdSource.of(InstantSource.system());
  private final Parties parties = new Parties(ids);
  private final ContactPersons people = new ContactPersons(ids);
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
  void aCreditorIsMadeOnceAndKeepsItsPolicy() {
    var made = parties.creditor(tx, "Brightwell Supplies");
    parties.change(tx, made.following("gentle"));
    assertThat(parties.creditor(tx, "Brightwell Supplies")).isEqualTo(made.following("gentle"));
    assertThat(parties.creditors(tx)).hasSize(1);
  }

  @Test
  void theSameDebtorsTwiceChangeNothing() {
    var creditor = parties.creditor(tx, "Brightwell Supplies").id();
    var list = List.of(hotel(), DebtorDetails.named("K-2", "Atelier Brun SARL"));
    var first = parties.store(tx, creditor, list);
    var second = parties.store(tx, creditor, list);
    assertThat(first.made()).isEqualTo(2);
    assertThat(second).isEqualTo(new DebtorsStored(first.ids(), 0, 0));
    assertThat(parties.debtor(tx, first.id("K-1")).orElseThrow().details()).isEqualTo(hotel());
  }

  @Test
  void theCreditorsOwnListReplacesANameAndKeepsTheFormerOne() {
    var creditor = parties.creditor(tx, "Brightwell Supplies").id();
    var id = parties.store(tx, creditor, List.of(hotel())).id("K-1");
    var stored = parties.store(tx, creditor, List.of(DebtorDetails.named("K-1", "Seeblick Hotels AG")));
    var debtor = parties.debtor(tx, id).orElseThrow();
    assertThat(stored.changed()).isEqualTo(1);
    assertThat(debtor.details().name()).isEqualTo("Seeblick Hotels AG");
    assertThat(debtor.details().address()).isEqualTo(hotel().address());
    assertThat(debtor.details().kind()).isEqualTo(DebtorKind.COMPANY);
    assertThat(debtor.alsoKnownAs()).containsExactly("Hotel Seeblick GmbH");
  }

  @Test
  void aMentionFillsGapsAndKeepsEverySpelling() {
    var creditor = parties.creditor(tx, "Brightwell Supplies").id();
    var mention = List.of(DebtorDetails.named("0200", "WAL-MAR corp"), DebtorDetails.named("0200", "WAL-MAR trust"));
    var id = parties.mention(tx, creditor, mention).id("0200");
    parties.mention(
        tx, creditor, List.of(DebtorDetails.named("0200", "WAL-MAR in").reachedBy(Optional.of("ap@walmar.example"), Optional.empty())));
    parties.mention(tx, creditor, mention);
    var debtor = parties.debtor(tx, id).orElseThrow();
    assertThat(debtor.details().name()).isEqualTo("WAL-MAR trust");
    assertThat(debtor.details().email()).contains("ap@walmar.example");
    assertThat(debtor.alsoKnownAs()).containsExactly("WAL-MAR corp", "WAL-MAR in");
    assertThat(parties.byNumber(tx, creditor, List.of("0200", "0300"))).containsOnlyKeys("0200");
  }

  @Test
  @Tag("P13")
  void whatAContactPersonWishesIsKept() {
    var creditor = parties.creditor(tx, "Brightwell Supplies").id();
    var debtor = parties.store(tx, creditor, List.of(hotel())).id("K-1");
    var details = new PersonDetails("Ana Huber", Optional.of("owner"), Optional.empty(), Optional.of("+4930123456"), Optional.empty());
    var id = people.add(tx, List.of(new NewPerson(creditor, debtor, details, Wishes.NONE, RightParty.UNVERIFIED))).getFirst();
    var wishes = new Wishes(Set.of(Channel.CALL, Channel.SMS), true, Optional.of("Please write only."));
    people.wish(tx, id, wishes);
    people.mark(tx, id, RightParty.VERIFIED);
    assertThat(people.of(tx, debtor)).containsExactly(new ContactPerson(id, debtor, details, wishes, RightParty.VERIFIED));
  }

  private static DebtorDetails hotel() {
    return DebtorDetails.named("K-1", "Hotel Seeblick GmbH")
        .being(DebtorKind.COMPANY)
        .at(Address.of("Uferweg 3", "88131", "Lindau", "DE"))
        .speaking("de", "Europe/Berlin")
        .reachedBy(Optional.of("buchhaltung@seeblick.example"), Optional.of("+498382123456"))
        .worth("hotels", Relationship.worth(40_000_00));
  }
}
