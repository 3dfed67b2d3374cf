package io.duly.desk.api;

import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.correspondence.ContactLedger;
import io.duly.correspondence.ContactLine;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.DebtorWishes;
import io.duly.correspondence.WishLine;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import io.duly.parties.Address;
import io.duly.parties.ContactPerson;
import io.duly.parties.ContactPersons;
import io.duly.parties.Creditor;
import io.duly.parties.Debtor;
import io.duly.parties.Parties;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Debtors, how they were reached, what they wish, and whether they may be contacted now. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Debtors")
class DebtorsApi {
  private static final int CONTACTS = 200;

  private final Scope scope;
  private final Parties parties;
  private final ContactPersons people;
  private final ContactLedger contacts;
  private final DebtorWishes wishes;
  private final ContactPermission permission;
  private final Cases cases;
  private final CaseJournal journals;

  DebtorsApi(Scope scope, Parties parties, ContactPersons people, ContactLedger contacts, DebtorWishes wishes, ContactPermission permission, Cases cases, CaseJournal journals) {
    this.scope = scope;
    this.parties = parties;
    this.people = people;
    this.contacts = contacts;
    this.wishes = wishes;
    this.permission = permission;
    this.cases = cases;
    this.journals = journals;
  }

  @Schema(name = "Debtor")
  record DebtorJson(
      UUID id, UUID creditorId, @Schema(description = "the creditor's number") String number, String name, @Schema(example = "business") String kind, Where address, Optional<String> language,
      Optional<String> timeZone, Optional<String> email, Optional<String> phone, List<String> alsoKnownAs, Worth worth, List<Human> people) {}

  @Schema(name = "WorthOfDebtor", description = "What they are worth to the creditor as a customer")
  record Worth(@Schema(description = "bought in a year, in the creditor's currency") Optional<Amount> yearlyValue, Optional<LocalDate> customerSince, Optional<String> accountManager, Optional<String> accountManagerEmail) {}

  @Schema(name = "PostalAddress")
  record Where(Optional<String> street, Optional<String> postalCode, Optional<String> city, Optional<String> region, Optional<String> country) {
    static Where of(Address one) {
      return new Where(one.street(), one.postalCode(), one.city(), one.region(), one.country());
    }
  }

  @Schema(name = "ContactPerson", description = "A human at the debtor")
  record Human(UUID id, String name, Optional<String> role, Optional<String> email, Optional<String> phone, @Schema(example = "confirmed") String rightParty) {
    static Human of(ContactPerson one) {
      return new Human(one.id(), one.details().name(), one.details().role(), one.details().email(), one.details().phone(), CaseJson.word(one.rightParty()));
    }
  }

  @Schema(name = "ContactMade", description = "A line of the contact ledger")
  record ContactJson(UUID id, @Schema(example = "out") String direction, @Schema(example = "call") String channel, LocalDate day, Optional<Instant> at, @Schema(example = "message_left") String outcome, boolean connected, boolean message) {
    static ContactJson of(ContactLine one) {
      return new ContactJson(one.id(), one.ours() ? "out" : "in", CaseJson.word(one.channel()), one.day(), one.at(), CaseJson.word(one.kind()), one.connected(), one.message());
    }
  }

  @Schema(name = "Wish", description = "How the debtor wishes to be left alone, or reached")
  record WishJson(UUID id, @Schema(example = "stop") String kind, String sentence, String words, Optional<String> channel, Instant received, Optional<Instant> endedAt) {
    static WishJson of(WishLine one) {
      return new WishJson(one.id(), one.kind(), one.sentence(), one.words(), one.channel(), one.received(), one.endedAt());
    }
  }

  @Schema(description = "Whether the debtor may be contacted now, in this way")
  record Permission(@Schema(example = "call") String channel, boolean allowed, List<String> why, Optional<Instant> nextAllowed, @Schema(description = "the debtor's zone") String zone) {}

  @GetMapping("/debtors/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "debtor", summary = "Who owes")
  DebtorJson debtor(Call call, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> parties.debtor(scoped, new DebtorId(id)).map(one -> json(scoped, one))).orElseThrow(NotThere::new);
  }

  private DebtorJson json(DSLContext scoped, Debtor one) {
    var details = one.details();
    return new DebtorJson(
        one.id().value(), one.creditor().value(), details.externalId(), details.name(), CaseJson.word(details.kind()), Where.of(details.address()), details.language(), details.timeZone(),
        details.email(), details.phone(), one.alsoKnownAs(), worth(scoped, one), people.of(scoped, one.id()).stream().map(Human::of).toList());
  }

  private Worth worth(DSLContext scoped, Debtor one) {
    var known = one.details().relationship();
    var currency = parties.creditors(scoped).stream().filter(creditor -> creditor.id().equals(one.creditor())).map(Creditor::currency).findFirst();
    var value = known.yearlyValue().flatMap(minor -> currency.map(code -> Amount.of(new Money(minor, code))));
    return new Worth(value, known.since(), known.manager(), known.managerEmail());
  }

  @GetMapping("/debtors/{id}/contacts")
  @Needs(TokenScope.READ)
  @Operation(operationId = "contacts", summary = "How they were reached, the latest 200 first")
  Listing<ContactJson> contacts(Call call, @PathVariable UUID id) {
    return Listing.whole(scope.reading(call.person(), scoped -> parties.debtor(scoped, new DebtorId(id)).map(one -> contacts.latest(scoped, one.id(), CONTACTS).stream().map(ContactJson::of).toList())).orElseThrow(NotThere::new));
  }

  @GetMapping("/debtors/{id}/wishes")
  @Needs(TokenScope.READ)
  @Operation(operationId = "wishes", summary = "What they wish, as it was written down")
  Listing<WishJson> wishes(Call call, @PathVariable UUID id) {
    return Listing.whole(scope.reading(call.person(), scoped -> parties.debtor(scoped, new DebtorId(id)).map(one -> wishes.of(scoped, one.id()).stream().map(WishJson::of).toList())).orElseThrow(NotThere::new));
  }

  @GetMapping("/cases/{case}/worth")
  @Needs(TokenScope.READ)
  @Operation(operationId = "worth", summary = "What the case's debtor is worth as a customer, and who looks after them")
  Worth worth(Call call, @PathVariable("case") String named) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).flatMap(id -> parties.debtor(scoped, journals.head(scoped, id).debtor())).map(one -> worth(scoped, one))).orElseThrow(NotThere::new);
  }

  @GetMapping("/cases/{case}/wishes/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "wish", summary = "A wish of the case's debtor")
  WishJson wish(Call call, @PathVariable("case") String named, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).map(one -> journals.head(scoped, one))
        .flatMap(head -> wishes.of(scoped, head.debtor()).stream().filter(one -> one.id().equals(id)).findFirst())).map(WishJson::of).orElseThrow(NotThere::new);
  }

  @GetMapping("/cases/{case}/may-contact")
  @Needs(TokenScope.READ)
  @Operation(operationId = "mayContact", summary = "Whether the debtor may be contacted now in this way, and if not, which rules say so and from when on")
  Permission mayContact(Call call, @PathVariable("case") String named, @Schema(allowableValues = {"email", "letter", "sms", "call", "visit"}) @RequestParam(defaultValue = "call") String channel) {
    var by = Word.of(Channel.class, channel, "channel");
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).map(id -> {
      var known = permission.known(scoped, journals.head(scoped, id).debtor(), Optional.of(id), call.now());
      var answer = WorklistLine.MayCall.of(permission.ask(known, Reach.by(by), Purpose.CHASE, call.now()));
      return new Permission(channel, answer.allowed(), answer.why(), answer.nextAllowed(), known.zone().getId());
    })).orElseThrow(NotThere::new);
  }
}
