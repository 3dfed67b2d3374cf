package io.duly.desk.api;

import io.duly.correspondence.sending.Asked;
import io.duly.correspondence.sending.ComposedText;
import io.duly.correspondence.sending.Inquiry;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Queue;
import io.duly.desk.outbox.Approving;
import io.duly.desk.outbox.OutboxLine;
import io.duly.desk.outbox.OutboxLines;
import io.duly.desk.outbox.Place;
import io.duly.desk.outbox.Shelf;
import io.duly.desk.outbox.View;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Words;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.MessageId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The outbox: messages, the words that would leave, and a person's yes to exactly these. */
@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "Messages")
class MessagesApi {
  private final Scope scope;
  private final Changing changing;
  private final Queue queue;
  private final Inquiry inquiry;
  private final Approving approving;
  private final Clock clock;

  MessagesApi(Scope scope, Changing changing, Queue queue, Inquiry inquiry, Approving approving, Clock clock) {
    this.scope = scope;
    this.changing = changing;
    this.queue = queue;
    this.inquiry = inquiry;
    this.approving = approving;
    this.clock = clock;
  }

  @Schema(name = "Message")
  record MessageJson(
      UUID id, UUID creditorId, String creditor, UUID debtorId, String debtor, long caseNumber, @Schema(example = "email") String channel, String template, String tone, String language,
      boolean apology, @Schema(example = "checked") String state, @Schema(example = "needed") String approval, Optional<String> approvalWhy, Optional<String> approvedBy,
      @Schema(description = "planned for; where it left, when it did") LocalDate on, Amount asked, int invoices, String because, Optional<String> paused, Optional<String> waits) {
    static MessageJson of(OutboxLine one) {
      return new MessageJson(
          one.id().value(), one.creditor().value(), one.creditorName(), one.debtor().value(), one.debtorName(), one.caseNumber(), one.channel(), one.template(), one.tone(), one.language(),
          one.apology(), one.state(), one.approval(), one.approvalWhy(), one.approvedBy(), one.on(), Amount.ofMinor(one.asked(), one.currency()), one.invoices(), one.because(), one.paused(),
          one.waits());
    }
  }

  @Schema(description = "A message with the words that would leave now, and every question that is asked before")
  record MessageDetail(MessageJson message, Optional<String> subject, Optional<String> text, List<Question> questions) {}

  @Schema(description = "A question that is asked before it leaves")
  record Question(@Schema(example = "rules") String question, @Schema(example = "yes") String answer, String why, Optional<Instant> next) {
    static Question of(Asked one) {
      return new Question(CaseJson.word(one.question()), CaseJson.word(one.reply()), one.why(), one.next());
    }
  }

  record WhyWithdrawn(@NotBlank @Size(max = 1000) String why) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "messages", summary = "A part of the outbox")
  Listing<MessageJson> list(
      Call call, @Schema(allowableValues = {"waiting", "approval", "letters", "uncertain", "trouble", "sent"}) @RequestParam(defaultValue = "waiting") String show, @RequestParam Optional<UUID> creditor,
      @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") @Min(1) @Max(Listing.MOST) int limit) {
    var list = "messages " + show + creditor;
    var view = new View(Word.of(Shelf.class, show, "show"), creditor, Cursor.read(cursor, list, Place::of));
    var found = scope.reading(call.person(), scoped -> OutboxLines.read(scoped, view, limit + 1));
    var page = found.subList(0, Math.min(limit, found.size()));
    return Listing.of(
        page.stream().map(MessageJson::of).toList(),
        found.size() > limit ? Optional.of(Cursor.of(list, new Place(page.getLast().on(), page.getLast().id().value()).toString())) : Optional.empty());
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "message", summary = "A message, the words that would leave now and what is asked before; its ETag is of the words")
  ResponseEntity<MessageDetail> read(Call call, @PathVariable UUID id) {
    return scope.consulting(call.person(), scoped -> OutboxLines.find(scoped, id), (tx, line) -> {
      var said = said(tx, line);
      var text = said.flatMap(Inquiry.Said::text);
      var detail = new MessageDetail(
          MessageJson.of(line), text.map(ComposedText::subject), text.map(ComposedText::plain), said.map(one -> one.answers().stream().map(Question::of).toList()).orElse(List.of()));
      return ResponseEntity.ok().eTag(tag(line, text)).cacheControl(org.springframework.http.CacheControl.noCache()).body(detail);
    }).orElseThrow(NotThere::new);
  }

  /** Of the words; of a message that has none, or left, of what is said of it. */
  static String tag(OutboxLine line, Optional<ComposedText> words) {
    return words.map(one -> one.hash().hex()).orElseGet(() -> Hash.of(MessageJson.of(line).toString()));
  }

  private Optional<Inquiry.Said> said(DSLContext tx, OutboxLine line) {
    return line.isWaiting() ? inquiry.of(tx, line.id(), Moment.of(clock)) : Optional.empty();
  }

  @PostMapping("/{id}/approval")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.MESSAGES)
  @Operation(operationId = "approveMessage", summary = "A yes to exactly the words that were read: If-Match takes their ETag")
  void approve(Call call, @PathVariable UUID id, @Parameter(description = "the ETag of the message as it was read") @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) Optional<String> read) {
    var tag = read.orElseThrow(() -> new Refusal(ProblemType.PRECONDITION_REQUIRED, "Read the message, and send its ETag as If-Match: a yes is for exactly those words."));
    changing.change(call, scoped -> OutboxLines.find(scoped, id), (tx, line) -> {
      var refusal = approving.approve(tx, call.person(), line, tag.replace("\"", ""), Moment.of(clock));
      refusal.ifPresent(key -> {
        throw new Refusal(key.equals("approve.changed") ? ProblemType.PRECONDITION_FAILED : ProblemType.REFUSED, Words.in(Locale.ENGLISH).say(key));
      });
      return true;
    });
  }

  @PostMapping(path = "/{id}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.MESSAGES)
  @Operation(operationId = "withdrawMessage", summary = "It does not leave")
  void withdraw(
      Call call, @PathVariable UUID id, @Parameter(description = "the ETag of the message as it was read") @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) Optional<String> read,
      @RequestBody @Valid WhyWithdrawn body) {
    changing.change(call, scoped -> OutboxLines.find(scoped, id), (tx, line) -> {
      Precondition.require(read, Optional.of(tag(line, said(tx, line).flatMap(Inquiry.Said::text))));
      queue.withdraw(tx, new MessageId(line.id().value()), body.why().strip(), call.person().actor(), Moment.of(clock));
      return true;
    });
  }
}
