package io.duly.desk.api;

import io.duly.agreements.CounterOffer;
import io.duly.agreements.CounterOffers;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.desk.bargain.CounterAnswers;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What debtors ask for at the portal beyond what they may agree to alone. */
@RestController
@RequestMapping("/api/v1/cases/{case}/counter-offers")
@Tag(name = "Agreements")
class CounterOffersApi {
  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journal;
  private final CounterOffers counters;
  private final CounterAnswers answers;

  CounterOffersApi(Scope scope, Changing changing, Cases cases, CaseJournal journal, CounterOffers counters, CounterAnswers answers) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.journal = journal;
    this.counters = counters;
    this.answers = answers;
  }

  @Schema(name = "CounterOfferPayment")
  record PaymentJson(LocalDate dueOn, @Schema(example = "250.00") String amount) {}

  @Schema(name = "CounterOffer")
  record CounterJson(
      UUID id, @Schema(example = "EUR") String currency, List<PaymentJson> payments, @Schema(description = "what the debtor said with it", example = "The season begins in May.") Optional<String> words, LocalDate toldOn,
      @Schema(description = "they were told that they hear from us by then") LocalDate answerBy,
      @Schema(description = "agreed, asked_above, declined or replaced; left out while it waits", example = "declined") Optional<String> answer,
      @Schema(description = "what they were told", example = "Six payments are possible.") Optional<String> told, Optional<LocalDate> answeredOn) {}

  @Schema(name = "CounterOffers")
  record Asked(List<CounterJson> counterOffers) {}

  private enum Said {
    AGREE,
    DECLINE
  }

  @Schema(name = "CounterOfferAnswer")
  record NewAnswer(
      @Schema(allowableValues = {"agree", "decline"}, example = "decline") @Size(min = 1, max = 20) String answer,
      @Schema(description = "with a no: what they are told; with a yes that goes further than one may: why somebody else should say yes", example = "Six payments are possible.")
          Optional<@Size(max = 1000) String> words) {}

  @Schema(name = "CounterOfferAnswered")
  record Answered(@Schema(description = "agreed, declined, or asked_above where somebody who may go so far is asked first", example = "agreed") String answer) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "listCounterOffers", summary = "What the debtor asked for, the latest first")
  Asked list(Call call, @PathVariable("case") String named) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).map(id -> new Asked(counters.of(scoped, id).stream().map(CounterOffersApi::json).toList()))).orElseThrow(NotThere::new);
  }

  @PostMapping(path = "/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.PROMISES)
  @Operation(operationId = "answerCounterOffer", summary = "Says yes or no to what the debtor asks for")
  Answered answer(Call call, @PathVariable("case") String named, @PathVariable UUID id, @RequestBody @Valid NewAnswer body) {
    var said = Word.of(Said.class, body.answer(), "/answer");
    var words = body.words().map(String::strip).filter(one -> !one.isEmpty());
    return changing.change(call, scoped -> cases.find(scoped, named), (tx, recovery) -> {
      var head = journal.head(tx, recovery);
      if (said == Said.DECLINE) {
        answers.decline(tx, head, id, words, call.recorded());
        return new Answered("declined");
      }
      return new Answered(word(answers.agree(tx, head, id, words, new CounterAnswers.Who(call.person(), call.address()), call.recorded())));
    });
  }

  private static CounterJson json(CounterOffer one) {
    return new CounterJson(
        one.id(), one.total().currency().getCurrencyCode(), one.offer().plan().instalments().stream().map(part -> new PaymentJson(part.dueOn(), part.amount().plain())).toList(),
        one.ownWords(), one.toldOn(), one.answerBy(), one.answered().map(answered -> word(answered.answer())), one.answered().flatMap(CounterOffer.Answered::words),
        one.answered().map(CounterOffer.Answered::on));
  }

  private static String word(CounterOffer.Answer answer) {
    return answer.name().toLowerCase(Locale.ROOT);
  }
}
