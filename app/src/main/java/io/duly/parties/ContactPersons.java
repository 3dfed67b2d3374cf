package io.duly.parties;

import static io.duly.database.jooq.parties.Tables.CONTACT_PERSON;

import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.strategy.Channel;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import io.duly.database.jooq.parties.tables.records.ContactPersonRecord;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The people one talks to at a debtor. */
@Component
public final class ContactPersons {
  private final IdSource ids;

  ContactPersons(IdSource ids) {
    this.ids = ids;
  }

  /** Records them; the ids come in the order of the people. */
  public List<UUID> add(DSLContext tx, Collection<NewPerson> people) {
    var rows = people.stream().map(person -> row(tx, person)).toList();
    tx.batchInsert(rows).execute();
    return rows.stream().map(row -> row.getId()).toList();
  }

  /** The people at a debtor, those with whom the debt may be spoken of first. */
  public List<ContactPerson> of(DSLContext tx, DebtorId debtor) {
    return tx.selectFrom(CONTACT_PERSON)
        .where(CONTACT_PERSON.DEBTOR_ID.eq(debtor.value()))
        .orderBy(CONTACT_PERSON.RIGHT_PARTY.eq("verified").desc(), CONTACT_PERSON.NAME, CONTACT_PERSON.ID)
        .fetch(ContactPersons::person);
  }

  /** From now on this is what they wish. */
  public void wish(DSLContext tx, UUID person, Wishes wishes) {
    tx.update(CONTACT_PERSON)
        .set(CONTACT_PERSON.REFUSED_CHANNELS, words(wishes))
        .set(CONTACT_PERSON.NOT_AT_WORK, wishes.notAtWork())
        .set(CONTACT_PERSON.WISH, wishes.words().orElse(null))
        .where(CONTACT_PERSON.ID.eq(person))
        .execute();
  }

  public void mark(DSLContext tx, UUID person, RightParty status) {
    tx.update(CONTACT_PERSON)
        .set(CONTACT_PERSON.RIGHT_PARTY, word(status))
        .where(CONTACT_PERSON.ID.eq(person))
        .execute();
  }

  private ContactPersonRecord row(DSLContext tx, NewPerson person) {
    var row = tx.newRecord(CONTACT_PERSON);
    row.setId(ids.next());
    row.setCreditorId(person.creditor().value());
    row.setDebtorId(person.debtor().value());
    row.setName(person.details().name());
    person.details().role().ifPresent(row::setRole);
    person.details().email().ifPresent(row::setEmail);
    person.details().phone().ifPresent(row::setPhone);
    person.details().postalAddress().ifPresent(row::setPostalAddress);
    row.setRefusedChannels(words(person.wishes()));
    row.setNotAtWork(person.wishes().notAtWork());
    person.wishes().words().ifPresent(row::setWish);
    row.setRightParty(word(person.rightParty()));
    return row;
  }

  private static ContactPerson person(Record row) {
    var wishes =
        new Wishes(
            Arrays.stream(row.get(CONTACT_PERSON.REFUSED_CHANNELS))
                .map(channel -> Channel.valueOf(channel.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet()),
            row.get(CONTACT_PERSON.NOT_AT_WORK),
            Optional.ofNullable(row.get(CONTACT_PERSON.WISH)));
    return new ContactPerson(
        row.get(CONTACT_PERSON.ID),
        new DebtorId(row.get(CONTACT_PERSON.DEBTOR_ID)),
        details(row),
        wishes,
        RightParty.valueOf(row.get(CONTACT_PERSON.RIGHT_PARTY).toUpperCase(Locale.ROOT)));
  }

  private static PersonDetails details(Record row) {
    return new PersonDetails(
        row.get(CONTACT_PERSON.NAME),
        Optional.ofNullable(row.get(CONTACT_PERSON.ROLE)),
        Optional.ofNullable(row.get(CONTACT_PERSON.EMAIL)),
        Optional.ofNullable(row.get(CONTACT_PERSON.PHONE)),
        Optional.ofNullable(row.get(CONTACT_PERSON.POSTAL_ADDRESS)));
  }

  private static String[] words(Wishes wishes) {
    return wishes.refused().stream().map(ContactPersons::word).sorted().toArray(String[]::new);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
