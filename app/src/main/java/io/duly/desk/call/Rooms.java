package io.duly.desk.call;

import io.duly.agreements.Plans;
import io.duly.calls.Call;
import io.duly.calls.Drafts;
import io.duly.calls.Field;
import io.duly.calls.Offers;
import io.duly.calls.Script;
import io.duly.calls.Sheet;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.Copies;
import io.duly.correspondence.template.Brandings;
import io.duly.correspondence.template.CannotRender;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Messages;
import io.duly.correspondence.template.Sender;
import io.duly.correspondence.template.Templates;
import io.duly.desk.bargain.Bargain;
import io.duly.desk.bargain.Bargains;
import io.duly.desk.page.Reader;
import io.duly.parties.ContactPersons;
import io.duly.parties.Creditor;
import io.duly.parties.Debtor;
import io.duly.parties.Parties;
import io.duly.strategy.Channel;
import io.duly.strategy.DebtorKind;
import io.duly.strategy.Stage;
import io.duly.strategy.Tone;
import io.duly.talk.BankDays;
import io.duly.talk.CallOutcome;
import io.duly.talk.NextStep;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what the page of a call shows, and works out what is said in it. */
@Component
final class Rooms {
  private static final String LAST_TONE =
      "select tone from correspondence.message where case_id = ? and purpose = 'demand' and state <> 'withdrawn' order by planned_on desc limit 1";
  /** Whoever buys so many times in a year what is open is valued (P11). */
  private static final int VALUED = 10;

  private final CaseJournal journal;
  private final Parties parties;
  private final ContactPersons people;
  private final Bargains bargains;
  private final Plans plans;
  private final Drafts drafts;
  private final Offers offers;
  private final ContactPermission permission;
  private final Brandings brandings;
  private final Messages messages;
  private final Templates templates;
  private final Copies copies;
  private final Clock clock;

  Rooms(
      CaseJournal journal, Parties parties, ContactPersons people, Bargains bargains, Plans plans, Drafts drafts, Offers offers,
      ContactPermission permission, Brandings brandings, Messages messages, Templates templates, Copies copies, Clock clock) {
    this.journal = journal;
    this.parties = parties;
    this.people = people;
    this.bargains = bargains;
    this.plans = plans;
    this.drafts = drafts;
    this.offers = offers;
    this.permission = permission;
    this.brandings = brandings;
    this.messages = messages;
    this.templates = templates;
    this.copies = copies;
    this.clock = clock;
  }

  Room room(DSLContext tx, Call call, Reader reader) {
    return room(tx, call, reader, drafts.of(tx, call.id()));
  }

  /** @param draft what the page shows in its fields */
  Room room(DSLContext tx, Call call, Reader reader, Drafts.Draft draft) {
    var head = journal.head(tx, call.recovery());
    var debtor = parties.debtor(tx, head.debtor()).orElseThrow();
    var creditor = parties.creditors(tx).stream().filter(one -> one.id().equals(head.creditor())).findFirst().orElseThrow();
    var script = Script.in(messages.language(tx, head.id()).code(), debtor.details().address().country());
    var days = offers.days(permission.known(tx, head.debtor(), Optional.of(head.id()), clock.instant()));
    Optional<Room.Owed> owed = call.party().map(_ -> owed(tx, head, debtor, script, draft.sheet(), reader, days));
    var asksFor = call.asksFor().flatMap(id -> people.of(tx, head.debtor()).stream().filter(one -> one.id().equals(id)).findFirst());
    return new Room(
        call, head, debtor.details().name(), isPerson(debtor), creditor.name(), asksFor, phone(tx, creditor), script, draft, clock.instant(), owed,
        usual(draft.sheet(), owed, reader.today(), days));
  }

  private static boolean isPerson(Debtor debtor) {
    return debtor.details().kind() == DebtorKind.CONSUMER || debtor.details().kind() == DebtorKind.SOLE_TRADER;
  }

  private Optional<String> phone(DSLContext tx, Creditor creditor) {
    var sender = brandings.of(tx, creditor).sender();
    return sender.person().map(Sender.Person::phone).or(sender::phone);
  }

  private Room.Owed owed(DSLContext tx, CaseHead head, Debtor debtor, Script script, Sheet sheet, Reader reader, BankDays days) {
    var bargain = bargains.of(tx, head, sheet, reader, days);
    var lines = bargain.asked().lines();
    var asked = bargain.asked().amount();
    var since = lines.stream().map(one -> one.dueOn()).findFirst().orElse(reader.today());
    var worth = debtor.details().relationship().yearlyValue().orElse(0L);
    boolean valued = asked.isPositive() && worth / VALUED >= asked.minor();
    return new Room.Owed(
        lines, asked, bargain.asked().disputed(), since, script.why(tone(tx, head, valued), Math.max(1, lines.size()), since, asked),
        own(tx, head, tone(tx, head, valued), reader.today()), valued,
        spoken(sheet, script, bargain), bargain, plans.running(tx, head.id(), reader.today()).isPresent(), copies.withoutOriginal(tx, head.id()));
  }

  /** Nothing where the creditor has none, or a value that it names is missing: then Duly's own words are there all the same. */
  private List<String> own(DSLContext tx, CaseHead head, Tone tone, LocalDate today) {
    var language = messages.language(tx, head.id());
    if (templates.versions(tx, head.creditor(), Kind.CALL, language).isEmpty()) {
      return List.of();
    }
    try {
      var composed = messages.compose(tx, head.id(), Kind.CALL, language, tone, Channel.EMAIL, Set.of(), today);
      return Arrays.stream(composed.plain().strip().split("\\n\\s*\\n", -1)).map(String::strip).filter(text -> !text.isEmpty()).toList();
    } catch (CannotRender missing) {
      return List.of();
    }
  }

  /** As the policy last had us write; before that by the stage. A valued customer hears the next softer one. */
  private static Tone tone(DSLContext tx, CaseHead head, boolean valued) {
    var tone = tx.fetchOptional(LAST_TONE, head.id().value()).map(row -> Tone.valueOf(row.get(0, String.class).toUpperCase(Locale.ROOT))).orElseGet(() -> ofStage(head.stage()));
    return valued ? softer(tone) : tone;
  }

  private static Tone softer(Tone tone) {
    return switch (tone) {
      case FRIENDLY, NEUTRAL -> Tone.FRIENDLY;
      case FIRM -> Tone.NEUTRAL;
      case FORMAL -> Tone.FIRM;
    };
  }

  private static Tone ofStage(Stage stage) {
    return switch (stage) {
      case COURTESY, REMINDER -> Tone.FRIENDLY;
      case NEGOTIATION, CLOSED -> Tone.NEUTRAL;
      case FINAL_DEMAND -> Tone.FIRM;
      case PLACED, LEGAL -> Tone.FORMAL;
    };
  }

  private static Room.Spoken spoken(Sheet sheet, Script script, Bargain bargain) {
    var readback = sheet.text(Field.WORDS).map(words -> script.say("readback", words));
    var reading = sheet.text(Field.READING).map(words -> script.say("reading", words));
    return new Room.Spoken(readback, reading, bargain.typed().map(one -> script.recap(one.offer().plan(), bargain.paidBy(), !one.beyond().isEmpty())));
  }

  private static Map<CallOutcome, NextStep.Due> usual(Sheet sheet, Optional<Room.Owed> owed, LocalDate today, BankDays days) {
    var agreedOn = owed.filter(_ -> sheet.ticked(Field.AGREED)).flatMap(one -> one.bargain().typed()).filter(one -> one.beyond().isEmpty()).map(one -> one.offer().plan().lastOn());
    var all = new EnumMap<CallOutcome, NextStep.Due>(CallOutcome.class);
    for (var outcome : CallOutcome.values()) {
      all.put(outcome, NextStep.usual(outcome, sheet.text(Field.CATEGORY).isPresent(), agreedOn, today, days));
    }
    return all;
  }
}
