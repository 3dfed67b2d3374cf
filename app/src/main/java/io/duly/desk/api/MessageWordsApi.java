package io.duly.desk.api;

import io.duly.cases.Cases;
import io.duly.correspondence.sending.HandWriting;
import io.duly.correspondence.sending.Inquiry;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Queue;
import io.duly.correspondence.sending.Rewording;
import io.duly.correspondence.template.HandWritten;
import io.duly.desk.outbox.OutboxLine;
import io.duly.desk.outbox.OutboxLines;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.TokenScope;
import io.duly.kernel.CaseId;
import io.duly.kernel.InvoiceId;
import io.duly.strategy.Channel;
import io.duly.wording.Finding;
import io.duly.wording.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages in a person's own words, other words for one that waits, and what became of one of which it is not known. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Messages")
class MessageWordsApi {
  private final Changing changing;
  private final Cases cases;
  private final HandWriting writing;
  private final Rewording rewording;
  private final Inquiry inquiry;
  private final Queue queue;
  private final Clock clock;

  MessageWordsApi(Changing changing, Cases cases, HandWriting writing, Rewording rewording, Inquiry inquiry, Queue queue, Clock clock) {
    this.changing = changing;
    this.cases = cases;
    this.writing = writing;
    this.rewording = rewording;
    this.inquiry = inquiry;
    this.queue = queue;
    this.clock = clock;
  }

  record NewMessage(
      @NotBlank @Schema(example = "email", allowableValues = {"email", "letter", "sms"}) String channel, @NotBlank @Schema(example = "en") String language,
      @Schema(description = "not of an sms", example = "Your invoice INV-2291") Optional<@Size(max = 200) String> subject,
      @NotBlank @Size(max = 10_000) @Schema(description = "as in the editor, with its places", example = "{{greeting}}\n\nthank you for your call.\n\n{{signature}}") String text,
      @Schema(description = "ids of those that it is about") Optional<@Size(max = 200) List<UUID>> invoices, @Schema(description = "whether it asks for their open amounts") Optional<Boolean> asks) {
    HandWriting.Draft draft(CaseId recovery) {
      var by = Word.of(Channel.class, channel, "/channel");
      var spoken = Language.of(language).orElseThrow(() -> new Refusal(ProblemType.INVALID_REQUEST, "A field of the body is not good; see errors.", io.duly.desk.problem.Problem.Part.of("/language", "Not a language that Duly writes.")));
      var about = invoices.orElse(List.of()).stream().map(InvoiceId::new).collect(Collectors.toSet());
      return new HandWriting.Draft(recovery, by, spoken, new HandWritten(by == Channel.SMS ? "" : subject.orElse(""), text, about), asks.orElse(false));
    }
  }

  record NewWords(@Schema(example = "Your invoice INV-2291") Optional<@Size(max = 200) String> subject, @NotBlank @Size(max = 10_000) @Schema(example = "{{greeting}}\n\nas agreed.\n\n{{signature}}") String text) {}

  @Schema(name = "MessageQueued")
  record Queued(UUID id) {}

  @Schema(name = "WordsChecked", description = "How the words read")
  record Checked(@Schema(description = "it could be queued like this") boolean mayWait, List<String> problems, List<FindingJson> findings) {
    static Checked of(HandWriting.Read read) {
      return new Checked(read.mayWait(), read.problems(), read.findings().stream().map(FindingJson::of).toList());
    }
  }

  @Schema(name = "WordsFinding")
  record FindingJson(int from, int to, String words, @Schema(example = "forbidden") String severity, String why) {
    static FindingJson of(Finding one) {
      return new FindingJson(one.from(), one.to(), one.words(), CaseJson.word(one.severity()), one.why());
    }
  }

  record NewResolution(@NotNull @Schema(description = "true: it arrived; false: it is sent again") Boolean arrived, @NotBlank @Size(max = 1000) @Schema(example = "Asked the provider: delivered at 10:41.") String how) {}

  @PostMapping(path = "/cases/{case}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.MESSAGES)
  @Operation(operationId = "writeMessage", summary = "A message in a person's own words; it waits for its turn, and for a second person where one is needed")
  Queued write(Call call, @PathVariable("case") String named, @RequestBody @Valid NewMessage body) {
    return changing.change(call, scoped -> cases.find(scoped, named), (tx, id) -> new Queued(writing.queue(tx, body.draft(id), call.person().actor(), Moment.of(clock)).value()));
  }

  @PostMapping(path = "/cases/{case}/messages/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.MESSAGES)
  @Operation(operationId = "checkMessage", summary = "How words would read, before anything is queued; changes nothing")
  Checked check(Call call, @PathVariable("case") String named, @RequestBody @Valid NewMessage body) {
    return changing.change(call, scoped -> cases.find(scoped, named), (tx, id) -> Checked.of(writing.read(tx, body.draft(id), Moment.of(clock))));
  }

  @PostMapping(path = "/messages/{id}/words", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.MESSAGES)
  @Operation(operationId = "rewordMessage", summary = "Other words for a message that waits: If-Match takes the ETag of those that were read")
  void reword(
      Call call, @PathVariable UUID id, @Parameter(description = "the ETag of the message as it was read") @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) Optional<String> read,
      @RequestBody @Valid NewWords body) {
    changing.change(call, scoped -> waiting(scoped, id), (tx, line) -> {
      Precondition.require(read, inquiry.of(tx, line.id(), Moment.of(clock)).flatMap(Inquiry.Said::text).map(words -> words.hash().hex()));
      rewording.write(tx, line.id(), line.channel().equals("sms") ? "" : body.subject().orElse(""), body.text(), call.person().actor(), Moment.of(clock));
      return true;
    });
  }

  @PostMapping(path = "/messages/{id}/words/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.MESSAGES)
  @Operation(operationId = "checkWords", summary = "How other words for a message would read; changes nothing")
  Checked checkWords(Call call, @PathVariable UUID id, @RequestBody @Valid NewWords body) {
    return changing.change(call, scoped -> waiting(scoped, id), (tx, line) ->
        Checked.of(rewording.read(tx, line.id(), line.channel().equals("sms") ? "" : body.subject().orElse(""), body.text(), Moment.of(clock))));
  }

  @PostMapping(path = "/messages/{id}/resolution", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.MESSAGES)
  @Operation(operationId = "resolveMessage", summary = "What became of a message of which it is not known whether it arrived")
  void resolve(
      Call call, @PathVariable UUID id, @Parameter(description = "the ETag of the message as it was read") @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) Optional<String> read,
      @RequestBody @Valid NewResolution body) {
    changing.change(call, scoped -> OutboxLines.find(scoped, id), (tx, line) -> {
      Precondition.require(read, Optional.of(MessagesApi.tag(line, Optional.empty())));
      queue.resolve(tx, line.id(), body.arrived(), body.how().strip(), call.person().actor(), Moment.of(clock));
      return true;
    });
  }

  private static Optional<OutboxLine> waiting(DSLContext scoped, UUID id) {
    return OutboxLines.find(scoped, id).filter(OutboxLine::isWaiting);
  }
}
