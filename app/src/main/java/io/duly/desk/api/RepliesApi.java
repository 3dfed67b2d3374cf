package io.duly.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.duly.cases.Cases;
import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.reply.Reply;
import io.duly.correspondence.reply.ReplyLine;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.CaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What debtors wrote to us. */
@RestController
@RequestMapping("/api/v1/replies")
@Tag(name = "Replies")
class RepliesApi {
  private final Scope scope;
  private final Changing changing;
  private final Replies replies;
  private final Cases cases;

  RepliesApi(Scope scope, Changing changing, Replies replies, Cases cases) {
    this.scope = scope;
    this.changing = changing;
    this.replies = replies;
    this.cases = cases;
  }

  private record Both(Reply reply, CaseId recovery) {}

  @Schema(name = "ReplyLine")
  record Line(
      UUID id, @Schema(example = "reply") String kind, @Schema(example = "waiting") String state, Instant receivedAt, Optional<Long> caseNumber, Optional<String> creditor, Optional<String> debtor,
      Optional<String> sender, boolean senderKnown, String subject, @Schema(description = "suggestions, the most pressing first") List<String> mayBeSaying, Optional<String> why, boolean urgent, int files) {
    static Line of(ReplyLine one) {
      return new Line(
          one.id(), CaseJson.word(one.kind()), CaseJson.word(one.state()), one.receivedAt(), one.caseNumber(), one.creditor(), one.debtor(), one.sender(), one.senderKnown(), one.subject(),
          one.mayBeSaying(), one.why(), one.urgent(), one.files());
    }
  }

  @Schema(name = "Reply", description = "What somebody wrote to us. Its words are a stranger's: escape them wherever they are shown.")
  record Whole(Line reply, String words, List<String> matchedBy, Optional<Settled> settled) {}

  @Schema(name = "SettledReply")
  record Settled(List<String> reading, String words, Optional<String> followed, String by, Instant at) {}

  record ToCase(@NotBlank @JsonProperty("case") @Schema(description = "number or id") String recovery) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "replies", summary = "A part of the replies: those that wait by urgency and age, others the latest first")
  Listing<Line> list(
      Call call, @Schema(allowableValues = {"waiting", "unmatched", "automatic", "done", "all"}) @RequestParam(defaultValue = "waiting") String show,
      @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") @Min(1) @Max(Listing.MOST) int limit) {
    var shelf = Word.of(Replies.Shelf.class, show, "show");
    var list = "replies " + shelf;
    var after = Cursor.read(cursor, list, Cursor::id);
    return Listing.cut(scope.reading(call.person(), scoped -> replies.list(scoped, shelf, after, limit + 1, call.today())), limit, list, one -> one.id().toString()).map(Line::of);
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "reply", summary = "What was written, and what it may be saying")
  Whole read(Call call, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> replies.find(scoped, id, call.today()))
        .map(one -> new Whole(Line.of(one.line()), one.words(), one.matchedBy(), one.settled().map(done -> new Settled(done.reading(), done.words(), done.followed(), done.by(), done.at()))))
        .orElseThrow(NotThere::new);
  }

  @PostMapping(path = "/{id}/attachment", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.REPLIES)
  @Changes("/api/v1/replies/{id}")
  @Operation(operationId = "attachReply", summary = "Says whose reply it is")
  void attach(Call call, @PathVariable UUID id, @RequestBody @Valid ToCase body) {
    changing.change(
        call, scoped -> replies.find(scoped, id, call.today()).flatMap(reply -> cases.find(scoped, body.recovery()).map(found -> new Both(reply, found))),
        (tx, both) -> {
          replies.attach(tx, both.reply().id(), both.recovery(), call.recorded());
          return true;
        });
  }
}
