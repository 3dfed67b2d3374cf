package io.duly.desk;

import io.duly.agreements.Promises;
import io.duly.cases.Disputes;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.cases.Tasks;
import io.duly.journal.Journal;
import io.duly.journal.JournalEntry;
import io.duly.kernel.CreditorId;
import io.duly.ledger.Ledger;
import io.duly.parties.Address;
import io.duly.parties.ContactPersons;
import io.duly.parties.DebtorDetails;
import io.duly.parties.NewPerson;
import io.duly.parties.Parties;
import io.duly.parties.PersonDetails;
import io.duly.parties.RightParty;
import io.duly.parties.Wishes;
import io.duly.strategy.Channel;
import io.duly.strategy.DebtorKind;
import io.duly.strategy.HoldKind;
import io.duly.strategy.Reason;
import io.duly.strategy.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A small portfolio of which every case has a story; the day is a Friday. */
final class Portfolio {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  static final String BRIGHTWELL = "Brightwell Supplies Ltd";
  static final String NORDWIND = "Nordwind Handels GmbH";

  final DSLContext dsl;
  final Parties parties;
  final Ledger ledger;
  private final ApplicationContext application;
  private int debtors;

  private Portfolio(ApplicationContext application) {
    this.application = application;
    this.dsl = the(DSLContext.class);
    this.parties = the(Parties.class);
    this.ledger = the(Ledger.class);
  }

  /** Fills the database of an application. */
  static Portfolio in(ApplicationContext application) {
    var portfolio = new Portfolio(application);
    new TransactionTemplate(portfolio.the(PlatformTransactionManager.class))
        .executeWithoutResult(_ -> portfolio.fill());
    return portfolio;
  }

  /** What stands in the database of an application, and nothing made up. */
  static Portfolio none(ApplicationContext application) {
    return new Portfolio(application);
  }

  <T> T the(Class<T> facade) {
    return application.getBean(facade);
  }

  CreditorId creditor(String name) {
    return parties.creditor(dsl, name).id();
  }

  long caseOf(String debtor) {
    return dsl.fetchSingle(
            "select c.number from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name = ?", debtor)
        .get(0, Long.class);
  }

  private void fill() {
    dsl.execute("insert into cycle.day values (?, now(), now(), true)", TODAY);
    var brightwell = parties.creditor(dsl, BRIGHTWELL);
    parties.change(dsl, brightwell.in("GB", Currency.getInstance("GBP"), "en", ZoneId.of("Europe/London")));
    var nordwind = parties.creditor(dsl, NORDWIND);
    parties.change(dsl, nordwind.in("DE", Currency.getInstance("EUR"), "de", ZoneId.of("Europe/Berlin")));
    brokenPromise();
    firstContact();
    disputed();
    drafts();
    onHold();
    hostile();
    IntStream.rangeClosed(1, 9).forEach(this::another);
  }

  Account account(String creditor, DebtorDetails details, String currency) {
    var id = creditor(creditor);
    return new Account(this, id, parties.store(dsl, id, List.of(details)).id(details.externalId()), currency);
  }

  private DebtorDetails company(String name, String street, String code, String city, String country) {
    return DebtorDetails.named("%05d".formatted(20_417 + 113 * debtors++), name)
        .being(DebtorKind.COMPANY)
        .at(Address.of(street, code, city, country));
  }

  private void brokenPromise() {
    var brennan =
        company("Brennan & Co Ltd", "14 Quay Street", "M3 3HF", "Manchester", "GB")
            .speaking("en", "Europe/London")
            .reachedBy(Optional.of("accounts@brennan.example"), Optional.of("+441614960312"))
            .worth("key accounts", io.duly.parties.Relationship.worth(180_000_00));
    var account = account(BRIGHTWELL, brennan, "GBP");
    account.owes("INV-2107", "2150.00", 190).paid("INV-2107", "2150.00", 171);
    account.owes("INV-2164", "980.40", 120).paid("INV-2164", "980.40", 101);
    account.owes("INV-2236", "6300.00", 47).owes("INV-2251", "4180.00", 33).owes("INV-2291", "4500.00", 12);
    account.paid("INV-2236", "2500.00", 26).sent("1200.00", "BRENNAN PART", 2);
    account.decided(
        "negotiation", "call", 0, 900_000,
        "5,000.00 GBP promised for 14 Nov has not arrived; it is the second promise broken this year",
        "P34", "a broken promise is talked about before anything else is sent",
        "P08", "1,200.00 GBP of 18 Nov could be theirs and is not allocated yet",
        "P11", "valued customer: hard steps need a manager’s yes");
    judged(account, "3000.00", 60, 52, "kept").judgedAgain("2500.00", 30, 26, "late").judgedAgain("5000.00", 10, 6, "broken");
    the(ContactPersons.class)
        .add(
            dsl,
            List.of(
                new NewPerson(
                    account.creditor, account.debtor,
                    new PersonDetails(
                        "Siobhan Brennan", Optional.of("finance director"), Optional.of("s.brennan@brennan.example"),
                        Optional.of("+441614960315"), Optional.empty()),
                    new Wishes(Set.of(Channel.SMS), false, Optional.of("best before eleven")),
                    RightParty.VERIFIED)));
    account.entry("note", 10, "person:anna", "Mrs Brennan says the large customer in Leeds has paid; 5,000 will go out on the 14th.");
    account.entry("promise-made", 10, "person:anna", "Promise of 5,000.00 GBP by 2026-11-14");
    account.entry("promise-judged", 5, "duly", "The promise was broken.");
    account.entry("decided", 0, "duly", "5,000.00 GBP promised for 14 Nov has not arrived; it is the second promise broken this year");
    the(Tasks.class).open(dsl, account.caseId, TaskKind.CALL, "the promise of 14 Nov was not kept", TODAY, account.by("duly", 0));
  }

  /** Promises whose day has come are history; the facade only makes running ones. */
  private Judged judged(Account account, String amount, int madeDaysAgo, int dueDaysAgo, String outcome) {
    return new Judged(account).judgedAgain(amount, madeDaysAgo, dueDaysAgo, outcome);
  }

  private record Judged(Account account) {
    Judged judgedAgain(String amount, int madeDaysAgo, int dueDaysAgo, String outcome) {
      account.dsl().execute(
          """
          insert into agreements.promise (id, creditor_id, case_id, debtor_id, currency, amount, made_on, due_on,
            recorded_by, outcome, judged_on) values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, 'person:anna', ?, ?)
          """,
          account.creditor.value(), account.caseId.value(), account.debtor.value(), account.currency,
          account.money(amount).minor(), account.daysAgo(madeDaysAgo), account.daysAgo(dueDaysAgo), outcome,
          account.daysAgo(dueDaysAgo - 1));
      return this;
    }
  }

  private void firstContact() {
    var kowalski =
        company("Kowalski Transport sp. z o.o.", "ul. Portowa 8", "80-001", "Gdańsk", "PL").speaking("pl", "Europe/Warsaw");
    account(NORDWIND, kowalski, "EUR")
        .owes("RE-10871", "3905.10", 12)
        .decided("reminder", "call", 0, 700_000, "first contact is due: 12 days overdue and nobody has called yet",
            "standard/first-call", "7 days or more overdue and not yet called");
  }

  private void disputed() {
    var brun = company("Atelier Brun SARL", "3 rue des Carmes", "69001", "Lyon", "FR").speaking("fr", "Europe/Paris");
    var account = account(NORDWIND, brun, "EUR").owes("RE-10655", "1120.00", 31).owes("RE-10790", "640.00", 9);
    account.decided("reminder", "verify", 3, 650_000, "420.00 EUR of RE-10655 is disputed; our answer is due on Monday",
        "P26", "a stated reason is checked before the debtor is asked again");
    the(Reasons.class).record(dsl, account.caseId, ReasonCategory.GOODS_MISSING, "Two pallets never arrived, the driver says he had only six.",
        Optional.of("the carrier"), account.by("ben", 4));
    the(Disputes.class).open(dsl, account.invoice("RE-10655"), account.money("420.00"), "two pallets of eight are missing",
        TODAY.plusDays(3), account.by("ben", 4));
  }

  private void drafts() {
    var seeblick = company("Hotel Seeblick GmbH", "Uferweg 2", "78462", "Konstanz", "DE").speaking("de", "Europe/Berlin");
    account(NORDWIND, seeblick, "EUR")
        .owes("RE-10842", "862.40", 3)
        .decided("reminder", "send", 0, 300_000, "3 days overdue: the friendly reminder is written and checked",
            "standard/first-reminder", "3 days or more overdue and not yet reminded")
        .drafted("email", "first-reminder", "friendly", "862.40", "RE-10842");
  }

  private void onHold() {
    var lindqvist = company("Lindqvist Marin AB", "Hamngatan 11", "411 06", "Göteborg", "SE").speaking("sv", "Europe/Stockholm");
    var account = account(NORDWIND, lindqvist, "EUR").owes("RE-10702", "15230.00", 26);
    account.decided("negotiation", "wait", 20, 0, "on hold until 10 Dec: the owner is in hospital", "P17", "hardship stops contact");
    the(Holds.class).place(dsl, account.caseId,
        new HoldRequest(HoldKind.HARDSHIP, "the owner is in hospital", Optional.of(TODAY.plusDays(20))), account.by("anna", 3));
    var okafor = company("Okafor Foods Ltd", "77 Mill Lane", "LS9 8AB", "Leeds", "GB").speaking("en", "Europe/London");
    var promised = account(BRIGHTWELL, okafor, "GBP").owes("INV-2260", "2410.00", 28);
    promised.decided("negotiation", "wait", 6, 0, "promise of 2,410.00 GBP due 26 Nov", "P34", "a running promise is waited for");
    the(Promises.class).record(dsl, promised.caseId, promised.money("2410.00"), TODAY.plusDays(6),
        Optional.of("I will send all of it with the run on Thursday."), promised.by("ben", 1));
  }

  private void hostile() {
    var details = company("<script>alert('debtor')</script> \"Quote\" & 'Sons'", "1 <b>Bold</b> Road", "N1", "London", "GB");
    account(BRIGHTWELL, details, "GBP")
        .owes("\"><img src=x onerror=alert(1)>", "77.70", 5)
        .decided("reminder", "review", 0, 100_000, "<i>because</i> \"it\" says so", "P33", "<script>alert('why')</script>")
        .entry("note", 1, "person:mallory", "<script>alert('journal')</script> </textarea> \" ' &");
  }

  private void another(int n) {
    var names = List.of("Moreau Électricité SAS", "Petrov Glass OOD", "Castillo e Hijos SL", "Haddad Optics Ltd",
        "Yamada Cycles KK", "Van Dijk Metaal BV", "Silva Têxtil Lda", "Fischer Druck KG", "Rossi Marine SpA");
    var countries = List.of("FR", "BG", "ES", "GB", "JP", "NL", "PT", "DE", "IT");
    var name = names.get(n - 1);
    var account = account(NORDWIND, company(name, n + " Harbour Road", "10" + n, "Port", countries.get(n - 1)), "EUR");
    var number = "RE-1%04d".formatted(500 + 7 * n);
    account.owes(number, (311 * n) + ".%02d".formatted(n * 7), n % 3 == 0 ? 90 + n : 4 * n);
    switch (n % 3) {
      case 0 -> account.decided("final_demand", "place", 0, 400_000 + n, "unpaid at 90 days: placement with an agency is proposed", "P36", "90 days or more overdue");
      case 1 -> account.decided("reminder", "send", 0, 290_000 - n, "the second reminder is written and checked", "standard/second-reminder", "14 days or more overdue")
          .drafted("email", "second-reminder", "neutral", "100.00", number);
      default -> account.decided("reminder", "review", -2, 200_000 + n, "nobody can be reached: an address is missing", "P33", "no open case without a next action");
    }
  }

  void entry(Account account, String kind, int daysAgo, String actor, String summary) {
    var at = at(account.daysAgo(daysAgo));
    the(Journal.class)
        .append(dsl, at, List.of(new JournalEntry(account.caseId, account.creditor, kind, at, actor, summary, "{}", Optional.empty())));
  }

  static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(9, 41)).toInstant(ZoneOffset.UTC);
  }

  static String json(String because, String... reasons) {
    var all = new ArrayList<Reason>();
    for (int at = 0; at < reasons.length; at += 2) {
      all.add(new Reason(reasons[at], reasons[at + 1]));
    }
    if (all.isEmpty()) {
      all.add(new Reason("P33", because));
    }
    return JsonMapper.builder().build().writeValueAsString(all);
  }
}
