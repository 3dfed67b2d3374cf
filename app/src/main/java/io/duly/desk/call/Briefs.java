package io.duly.desk.call;

import io.duly.agreements.Promises;
import io.duly.calls.Calls;
import io.duly.calls.LyingMoney;
import io.duly.calls.MoneyFirst;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.KnownDebtor;
import io.duly.desk.page.Reader;
import io.duly.kernel.CaseId;
import io.duly.parties.ContactPerson;
import io.duly.parties.ContactPersons;
import io.duly.parties.Debtor;
import io.duly.parties.Parties;
import io.duly.parties.RightParty;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads the brief of a call. */
@Component
final class Briefs {
  private static final String ENTRIES = "select receipt_id, id from banking.entry where receipt_id = any (?)";

  private final CaseJournal journal;
  private final Parties parties;
  private final ContactPersons people;
  private final ContactPermission permission;
  private final Calls calls;
  private final KnownRead known;
  private final MoneyFirst first;
  private final Promises promises;
  private final Clock clock;

  Briefs(CaseJournal journal, Parties parties, ContactPersons people, ContactPermission permission, Calls calls, KnownRead known, MoneyFirst first, Promises promises,
      Clock clock) {
    this.journal = journal;
    this.parties = parties;
    this.people = people;
    this.permission = permission;
    this.calls = calls;
    this.known = known;
    this.first = first;
    this.promises = promises;
    this.clock = clock;
  }

  Brief read(DSLContext scoped, CaseId id, Reader reader) {
    var head = journal.head(scoped, id);
    var debtor = parties.debtor(scoped, head.debtor()).orElseThrow();
    var creditor = parties.creditors(scoped).stream().filter(one -> one.id().equals(head.creditor())).findFirst().orElseThrow();
    var now = clock.instant();
    var rules = permission.known(scoped, head.debtor(), Optional.of(id), now);
    return new Brief(
        head, debtor.details().name(), creditor.name(), rules.zone(), now, numbers(rules, debtor, people.of(scoped, head.debtor()), calls.wrongNumbers(scoped, head.debtor()), now),
        calls.underWay(scoped, head.debtor()), known.read(scoped, head, debtor, creditor, reader),
        money(scoped, head, reader), first.tooOld(scoped, head, reader.today()), promises.running(scoped, id));
  }

  private List<Brief.Lying> money(DSLContext scoped, CaseHead head, Reader reader) {
    var lying = first.of(scoped, head, reader.today());
    var entries = scoped.fetch(ENTRIES, (Object) lying.stream().map(LyingMoney::id).toArray(UUID[]::new)).intoMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class));
    return lying.stream().map(one -> new Brief.Lying(one, match(one, Optional.ofNullable(entries.get(one.id())), head))).toList();
  }

  private static String match(LyingMoney money, Optional<UUID> entry, CaseHead head) {
    return entry.map(id -> "/bank/entries/" + id).orElse(money.credit() ? "/cases/" + head.number() + "/statement" : "/bank");
  }

  private List<Brief.Dialled> numbers(KnownDebtor known, Debtor debtor, List<ContactPerson> people, Set<String> wrong, Instant now) {
    var all = new ArrayList<Brief.Dialled>();
    people.stream().filter(one -> one.details().phone().isPresent() && one.rightParty() != RightParty.WRONG)
        .sorted(Comparator.comparing((ContactPerson one) -> one.rightParty() != RightParty.VERIFIED))
        .forEach(one -> all.add(new Brief.Dialled(
            one.details().phone().get(), Optional.of(one.id()), Optional.of(one.details().name()), one.details().role(), wrong.contains(one.details().phone().get()),
            ask(known, one.details().phone().get(), now))));
    debtor.details().phone().ifPresent(number ->
        all.add(new Brief.Dialled(number, Optional.empty(), Optional.empty(), Optional.empty(), wrong.contains(number), ask(known, number, now))));
    return all;
  }

  private Answer ask(KnownDebtor known, String number, Instant now) {
    return permission.ask(known, Reach.by(Channel.CALL).to(number), Purpose.CHASE, now);
  }
}
