package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.MessageId;
import io.duly.parties.DebtorDetails;
import io.duly.parties.Parties;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.ContactKind;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import io.duly.testing.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A debtor who lives somewhere, and is contacted. */
final class Neighbour {
  final Office office;
  final DSLContext sql;
  final CreditorId creditor;
  final DebtorId id;

  Neighbour(Office office, String kind, String country, @Nullable String region, @Nullable String zone) {
    this.office = office;
    sql = office.the(DSLContext.class);
    creditor = office.the(Parties.class).creditor(sql, "Brightwell " + UUID.randomUUID()).id();
    id = office.the(Parties.class).store(sql, creditor, List.of(DebtorDetails.named("K-1", "Anna Alder"))).id("K-1");
    sql.execute(
        "update parties.debtor set kind = ?, country = ?, region = ?, time_zone = ? where id = ?",
        kind, country, region, zone, id.value());
    sql.execute("update parties.creditor set collects = 'own_debts' where id = ?", creditor.value());
  }

  Answer claims(String at, Channel channel, ContactKind kind, CaseId... about) {
    var claim = claim(Instant.parse(at), channel, kind, about.length == 0 ? Optional.empty() : Optional.of(about[0]));
    return claims(claim);
  }

  Answer claims(ContactClaim claim) {
    return sql.transactionResult(tx -> office.the(ContactSlots.class).claim(tx.dsl(), claim));
  }

  ContactClaim claim(Instant at, Channel channel, ContactKind kind, Optional<CaseId> about) {
    return new ContactClaim(
        office.the(IdSource.class).next(), id, about, Reach.by(channel), Purpose.CHASE, kind, at, Optional.<MessageId>empty(),
        Optional.empty());
  }

  Answer asks(String at, Channel channel) {
    return office.the(ContactPermission.class).ask(sql, id, Optional.empty(), Reach.by(channel), Purpose.CHASE, Instant.parse(at));
  }

  StatedWishes.Statement said(String words) {
    return new StatedWishes.Statement(creditor, id, words, "person:anna", Instant.parse("2026-06-01T09:00:00Z"));
  }

  void wasContactedBySomeoneElse(LocalDate day) {
    var contact =
        new Contact(
            office.the(IdSource.class).next(), creditor, id, Optional.empty(), Contact.Direction.OUT, Contact.Way.EMAIL, day,
            Optional.empty(), Optional.empty());
    office.the(Contacts.class).record(sql, contact);
  }

  int contacts() {
    return sql.fetchCount(
        DSL.table("correspondence.contact"), DSL.condition("debtor_id = ?", id.value()));
  }
}
