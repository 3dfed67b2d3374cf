package io.duly.desk.contact;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.correspondence.ContactLedger;
import io.duly.correspondence.ContactLine;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.DebtorWishes;
import io.duly.correspondence.WishLine;
import io.duly.correspondence.sending.ContactRequests;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.kernel.CaseId;
import io.duly.parties.Parties;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** May I call now, and by which way may I write? */
@Controller
public final class ContactPage {
  private static final int LINES = 30;
  private static final List<Channel> CHANNELS = List.of(Channel.CALL, Channel.EMAIL, Channel.SMS, Channel.LETTER, Channel.VISIT);

  private final Pages pages;
  private final Scope scope;
  private final Cases cases;
  private final CaseJournal journal;
  private final Parties parties;
  private final ContactPermission permission;
  private final ContactLedger ledger;
  private final DebtorWishes wishes;
  private final ContactRequests requests;
  private final Clock clock;

  ContactPage(
      Pages pages, Scope scope, Cases cases, CaseJournal journal, Parties parties, ContactPermission permission, ContactLedger ledger,
      DebtorWishes wishes, ContactRequests requests, Clock clock) {
    this.requests = requests;
    this.pages = pages;
    this.scope = scope;
    this.cases = cases;
    this.journal = journal;
    this.parties = parties;
    this.permission = permission;
    this.ledger = ledger;
    this.wishes = wishes;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param zone the debtor's
   * @param week for calls
   * @param ways by which one can ask how they are reached
   * @param askedOn when that was asked, or will be, where the answer is waited for
   */
  public record Shown(
      CaseHead head, String debtor, Instant now, ZoneId zone, List<Asked> answers, Week week, List<ContactLine> contacts, List<WishLine> wishes, List<String> ways,
      Optional<LocalDate> askedOn) {
    public String address() {
      return "/cases/" + head.number() + "/contact";
    }
  }

  public record Asked(Channel channel, Answer answer) {}

  @GetMapping("/cases/{number}/contact")
  ResponseEntity<byte[]> page(Reader reader, Model flash, @PathVariable long number) {
    var person = reader.person().orElseThrow();
    var shown =
        scope.reading(person, scoped -> cases.find(scoped, String.valueOf(number)).map(id -> read(scoped, id, reader.today())))
            .orElseThrow(NotThere::new);
    return pages.show("contact/page", reader, Map.of("shown", shown, "said", Told.on(flash), "may", person.role().mayChange()));
  }

  private Shown read(DSLContext scoped, CaseId id, LocalDate today) {
    var head = journal.head(scoped, id);
    var now = clock.instant();
    var known = permission.known(scoped, head.debtor(), Optional.of(id), now);
    var answers = CHANNELS.stream().map(channel -> new Asked(channel, permission.ask(known, Reach.by(channel), Purpose.CHASE, now))).toList();
    var week = Week.of(now, known.zone(), at -> permission.ask(known, Reach.by(Channel.CALL), Purpose.CHASE, at));
    return new Shown(
        head, parties.debtor(scoped, head.debtor()).orElseThrow().details().name(), now, known.zone(), answers, week,
        ledger.latest(scoped, head.debtor(), LINES), wishes.of(scoped, head.debtor()),
        requests.ways(scoped, head).stream().map(way -> way.name().toLowerCase(Locale.ROOT)).toList(), requests.asked(scoped, head.debtor(), today));
  }
}
