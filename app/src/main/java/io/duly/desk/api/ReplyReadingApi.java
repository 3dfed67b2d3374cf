package io.duly.desk.api;

import io.duly.cases.CannotRecord;
import io.duly.cases.ReasonCategory;
import io.duly.correspondence.reply.Follow;
import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.reply.Settlement;
import io.duly.identity.TokenScope;
import io.duly.kernel.Money;
import io.duly.wording.ReplyMeaning;
import io.duly.wording.StopWish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person reads in a reply, and what they let follow from it. */
@RestController
@RequestMapping("/api/v1/replies/{id}")
@Tag(name = "Replies")
class ReplyReadingApi {
  /** As long as on the page. */
  private static final int DAYS_TO_LOOK = 5;

  private final Changing changing;
  private final Replies replies;

  ReplyReadingApi(Changing changing, Replies replies) {
    this.changing = changing;
    this.replies = replies;
  }

  @Schema(description = "Nothing follows but what is said here")
  record NewReading(
      @Schema(description = "what it says, as in docs/replies.md; absent: nothing of it", example = "[\"disputes\"]") Optional<@Size(max = 20) List<@NotBlank String>> reading,
      @NotBlank @Size(max = 10_000) @Schema(description = "ours, apart from theirs", example = "Two pallets are said to be missing.") String words,
      Optional<@Valid NewContest> contest, Optional<@Valid NewPromised> promise, @Schema(example = "goods_missing") Optional<String> reason,
      @Schema(description = "nobody is chased while the payment is looked for") Optional<Boolean> saysPaid, Optional<@Valid NewHardship> hardship, Optional<Boolean> insolvent,
      @Schema(description = "who speaks for them") Optional<@Size(max = 200) String> representedBy, @Schema(description = "what they wish instead of what was honoured when it came", example = "[\"letters_only\"]") Optional<@Size(max = 10) List<@NotBlank String>> wishesInstead,
      Optional<Boolean> wrongPerson, @Schema(description = "we owe an answer: what about") Optional<@Size(max = 1000) String> answerOwed) {}

  record NewContest(@NotBlank @Schema(example = "INV-2291") String invoice, @Schema(description = "absent: all that is open") Optional<@Valid NewAmount> amount) {}

  record NewPromised(@NotNull @Valid NewAmount amount, @NotNull @Schema(example = "2026-12-04") LocalDate dueOn) {}

  record NewHardship(@Schema(description = "its last day; absent: until it is lifted") Optional<LocalDate> until) {}

  @PostMapping(path = "/reading", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.REPLIES)
  @Changes("/api/v1/replies/{id}")
  @Operation(operationId = "settleReply", summary = "Says what a reply says and what follows from it; then its hold ends")
  void settle(Call call, @PathVariable UUID id, @RequestBody @Valid NewReading body) {
    changing.deciding(call, scoped -> replies.find(scoped, id, call.today()), (tx, reply) -> {
      var reading = body.reading().orElse(List.of()).stream().map(word -> Word.of(ReplyMeaning.class, word, "/reading")).toList();
      replies.settle(tx, id, new Settlement(reading, body.words().strip(), follows(body, reply.line().owed().map(Money::currency))), call.recorded());
      return true;
    });
  }

  private static List<Follow> follows(NewReading body, Optional<Currency> currency) {
    var all = new ArrayList<Follow>();
    body.contest().ifPresent(one -> all.add(new Follow.Contest(one.invoice(), one.amount().map(amount -> amount.in(known(currency), "/contest/amount")), body.words().strip())));
    body.promise().ifPresent(one -> all.add(new Follow.Promised(one.amount().in(known(currency), "/promise/amount"), one.dueOn())));
    body.reason().ifPresent(word -> all.add(new Follow.Because(Word.of(ReasonCategory.class, word, "/reason"))));
    if (body.saysPaid().orElse(false)) {
      all.add(new Follow.LookForPayment(DAYS_TO_LOOK));
    }
    body.hardship().ifPresent(one -> all.add(new Follow.Hardship(one.until())));
    if (body.insolvent().orElse(false)) {
      all.add(new Follow.Insolvent());
    }
    body.representedBy().ifPresent(by -> all.add(new Follow.Represented(by)));
    body.wishesInstead().ifPresent(words -> all.add(new Follow.Wishes(words.stream().map(word -> Word.of(StopWish.class, word, "/wishesInstead")).toList())));
    if (body.wrongPerson().orElse(false)) {
      all.add(new Follow.WrongPerson());
    }
    body.answerOwed().ifPresent(what -> all.add(new Follow.Answer(what)));
    return all;
  }

  private static Currency known(Optional<Currency> currency) {
    return currency.orElseThrow(() -> new CannotRecord("It belongs to no case yet: say first whose it is."));
  }
}
