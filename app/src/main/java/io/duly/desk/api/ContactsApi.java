package io.duly.desk.api;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.correspondence.CameOfIt;
import io.duly.correspondence.ContactReport;
import io.duly.correspondence.DebtorWishes;
import io.duly.correspondence.PersonalContacts;
import io.duly.correspondence.Reported;
import io.duly.correspondence.sending.ContactRequests;
import io.duly.desk.contact.Wished;
import io.duly.identity.TokenScope;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Reach;
import io.duly.rules.contact.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was tried to reach a debtor, and what the debtor wishes. */
@RestController
@RequestMapping(path = "/api/v1/cases/{case}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Debtors")
class ContactsApi {
  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journals;
  private final PersonalContacts contacts;
  private final DebtorWishes wishes;
  private final ContactRequests requests;

  ContactsApi(Changing changing, Cases cases, CaseJournal journals, PersonalContacts contacts, DebtorWishes wishes, ContactRequests requests) {
    this.requests = requests;
    this.changing = changing;
    this.cases = cases;
    this.journals = journals;
    this.contacts = contacts;
    this.wishes = wishes;
  }

  record NewContact(
      @NotBlank @Schema(example = "call", allowableValues = {"email", "letter", "sms", "call", "visit"}) String channel,
      @NotBlank @Schema(description = "what came of it, as in docs/contact-rules.md", example = "message_left") String outcome,
      @Schema(description = "they came to us: never refused") Optional<Boolean> they, @Schema(description = "the number or address", example = "+441614960312") Optional<@Size(max = 200) String> address,
      Optional<@Size(max = 10_000) String> words) {}

  @Schema(name = "ContactWritten")
  record WrittenContact(@Schema(description = "in the ledger of contacts") UUID id) {}

  record NewWish(
      @NotBlank @Schema(example = "letters_only", allowableValues = {"stop", "no_calls", "letters_only", "not_at_work", "inconvenient", "represented", "may_call"}) String wish,
      @Schema(description = "the debtor's own words", example = "Please write to me, do not ring.") Optional<@Size(max = 10_000) String> words,
      @Schema(description = "who speaks for them, where it is represented") Optional<@Size(max = 200) String> who,
      @Schema(description = "where it is inconvenient", example = "12:00") Optional<LocalTime> from, @Schema(example = "13:30") Optional<LocalTime> to) {}

  @Schema(name = "WishStated")
  record StatedJson(List<UUID> wishes, @Schema(description = "messages that were withdrawn because of it") int withdrawn) {}

  record WhyEnded(@NotBlank @Size(max = 1000) @Schema(example = "She rang and said that calls are fine again.") String why) {}

  @PostMapping("/contacts")
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.CONTACTS)
  @Operation(operationId = "recordContact", summary = "A contact by hand; ours is refused where the rules do not allow it")
  WrittenContact record(Call call, @PathVariable("case") String named, @RequestBody @Valid NewContact body) {
    var reach = new Reach(Word.of(Channel.class, body.channel(), "/channel"), Place.UNKNOWN, said(body.address()));
    var outcome = Word.of(CameOfIt.class, body.outcome(), "/outcome");
    return changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      var report = new ContactReport(head.debtor(), Optional.of(head.id()), reach, outcome, call.now(), said(body.words()));
      var reported = body.they().orElse(false) ? contacts.theyCame(tx, report, call.recorded()) : contacts.made(tx, report, call.recorded());
      return switch (reported) {
        case Reported.Written(var id) -> new WrittenContact(id);
        case Reported.Refused refused -> throw ByTheRules.refusal(refused);
      };
    });
  }

  record NewRequest(
      @Schema(description = "by which way; without it by letter, where there is an address", allowableValues = {"letter", "email"}, example = "letter") Optional<String> channel) {}

  record PlannedRequest(@Schema(description = "the message that waits") UUID message, @Schema(example = "letter") String channel, LocalDate plannedOn) {}

  @PostMapping("/contact-requests")
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.CONTACTS)
  @Operation(operationId = "askForContact", summary = "Asks how the right person is reached, in a message that names no debt")
  PlannedRequest ask(Call call, @PathVariable("case") String named, @RequestBody @Valid NewRequest body) {
    var way = body.channel().map(one -> Word.of(io.duly.strategy.Channel.class, one, "/channel"));
    return changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      var planned = requests.plan(tx, head.id(), way, call.recorded());
      return new PlannedRequest(planned.message().value(), planned.channel().name().toLowerCase(Locale.ROOT), planned.plannedOn());
    });
  }

  @PostMapping("/wishes")
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.CONTACTS)
  @Operation(operationId = "recordWish", summary = "What the debtor wishes of contacts; it holds at once, and what would go against it is withdrawn")
  StatedJson wish(Call call, @PathVariable("case") String named, @RequestBody @Valid NewWish body) {
    var wished = Word.of(Wished.class, body.wish(), "/wish");
    return changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      var stated = wishes.state(tx, head.debtor(), List.of(wished.meant(body.who(), body.from(), body.to(), call.now())), body.words().orElse(""), call.now(), call.recorded());
      return new StatedJson(stated.wishes().stream().map(one -> one.id()).toList(), stated.withdrawn());
    });
  }

  @PostMapping("/wishes/{id}/ending")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.CONTACTS)
  @Changes("/api/v1/cases/{case}/wishes/{id}")
  @Operation(operationId = "endWish", summary = "The debtor wishes it no longer")
  void end(Call call, @PathVariable("case") String named, @PathVariable UUID id, @RequestBody @Valid WhyEnded body) {
    changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      wishes.end(tx, head.debtor(), id, body.why(), call.recorded());
      return true;
    });
  }

  private Optional<CaseHead> head(DSLContext scoped, String named) {
    return cases.find(scoped, named).map(id -> journals.head(scoped, id));
  }

  private static Optional<String> said(Optional<String> text) {
    return text.map(String::strip).filter(one -> !one.isEmpty());
  }
}
