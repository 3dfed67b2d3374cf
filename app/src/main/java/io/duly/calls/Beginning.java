package io.duly.calls;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.correspondence.CameOfIt;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.ContactReport;
import io.duly.correspondence.PersonalContacts;
import io.duly.correspondence.Reported;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Reach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Begins calls: one at a time for each debtor, and only where the contact rules allow it. */
@Component
public final class Beginning {
  private static final String INSERT =
      """
      insert into calls.call (id, creditor_id, debtor_id, case_id, direction, number, contact_person_id, caller_id, began_at, zone, contact_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?)
      """;
  private static final String DRAFT = "insert into calls.draft (call_id, creditor_id, version, fields, saved_at) values (?, ?, 0, '{}', ?::timestamptz)";
  private static final String ON_FILE =
      """
      select exists (select from parties.debtor where id = ? and phone = ? and ?::uuid is null
        union all select from parties.contact_person where debtor_id = ? and phone = ? and id = ?::uuid)
        and not exists (select from correspondence.dead_address where debtor_id = ? and address = ? and ended_at is null)
      """;

  private final CaseJournal cases;
  private final PersonalContacts contacts;
  private final ContactPermission permission;
  private final MoneyFirst money;
  private final IdSource ids;

  Beginning(CaseJournal cases, PersonalContacts contacts, ContactPermission permission, MoneyFirst money, IdSource ids) {
    this.cases = cases;
    this.money = money;
    this.contacts = contacts;
    this.permission = permission;
    this.ids = ids;
  }

  /**
   * A call that is to be begun.
   *
   * @param ours false: they are calling us, which is never refused
   * @param number one on file; of their call any or none
   * @param asksFor the contact person, by id
   */
  public record Wish(CaseId recovery, boolean ours, Optional<String> number, Optional<UUID> asksFor, PersonId caller) {}

  /** @throws CannotRecord where the case is closed, or the number is not on file */
  public Begun begin(DSLContext tx, Wish wish, Recorded by) {
    var head = cases.open(tx, wish.recovery());
    cases.locked(tx, cases.openOf(tx, head.debtor()).stream().map(one -> one.id()).toList());
    var underWay = CallRow.one(tx, "k.debtor_id = ? and k.ended_at is null", head.debtor().value());
    if (underWay.isPresent()) {
      return new Begun.InHand(underWay.get());
    }
    if (wish.ours() && !isOnFile(tx, head.debtor().value(), wish)) {
      throw new CannotRecord("Choose one of the debtor's numbers on file that is not known to be somebody else's.");
    }
    if (wish.asksFor().filter(person -> !isOf(tx, head.debtor().value(), person)).isPresent()) {
      throw new CannotRecord("Choose one of the debtor's contact persons.");
    }
    var lying = wish.ours() ? money.of(tx, head, by.on()) : List.<LyingMoney>of();
    var tooOld = wish.ours() ? money.tooOld(tx, head, by.on()) : Optional.<OldBankData>empty();
    if (!lying.isEmpty() || tooOld.isPresent()) {
      return new Begun.PaidPerhaps(lying, tooOld);
    }
    Optional<UUID> contact = Optional.empty();
    if (wish.ours()) {
      var reach = new Reach(Channel.CALL, Place.UNKNOWN, wish.number());
      var reported =
          contacts.begin(tx, new ContactReport(head.debtor(), Optional.of(head.id()), reach, CameOfIt.TALK, by.occurredAt(), Optional.empty()), by);
      switch (reported) {
        case Reported.Refused refused -> {
          return new Begun.Refused(refused);
        }
        case Reported.Written(var id) -> contact = Optional.of(id);
      }
    } else {
      cases.write(tx, List.of(head), "call-begun", "The debtor calls us.", Map.of(), by);
    }
    var zone = permission.known(tx, head.debtor(), Optional.of(head.id()), by.occurredAt()).zone();
    var id = ids.next();
    tx.execute(
        INSERT, id, head.creditor().value(), head.debtor().value(), head.id().value(), wish.ours() ? "out" : "in", wish.number().orElse(null),
        wish.asksFor().orElse(null), wish.caller().value(), Calls.at(by.occurredAt()), zone.getId(), contact.orElse(null));
    tx.execute(DRAFT, id, head.creditor().value(), Calls.at(by.recordedAt()));
    return new Begun.Now(id);
  }

  private static boolean isOf(DSLContext tx, UUID debtor, UUID person) {
    return tx.fetchOptional("select from parties.contact_person where debtor_id = ? and id = ?", debtor, person).isPresent();
  }

  private static boolean isOnFile(DSLContext tx, UUID debtor, Wish wish) {
    var number = wish.number().orElse("");
    return tx.fetchSingle(ON_FILE, debtor, number, wish.asksFor().orElse(null), debtor, number, wish.asksFor().orElse(null), debtor, number).get(0, Boolean.class);
  }
}
