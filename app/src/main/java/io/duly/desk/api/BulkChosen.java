package io.duly.desk.api;

import io.duly.cases.Bulk;
import io.duly.cases.BulkAct;
import io.duly.desk.claim.Colleagues;
import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.desk.worklist.BulkAsked;
import io.duly.desk.worklist.View;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which cases, and what is done to them.
 *
 * @param cases numbers
 * @param query of a list, in their place: its first 500 cases; for a preview only
 */
@Schema(description = "Which cases, at most 500, and what is done to them")
record BulkChosen(
    @Schema(description = "numbers; in the order in which they are answered", example = "[17, 23]") Optional<@Size(min = 1, max = Bulk.MOST) List<@NotNull Long>> cases,
    @Schema(description = "filters of a worklist in place of the cases, as /views keeps them: for a preview only", example = "work=call&currency=EUR") Optional<@Size(max = 1000) String> query,
    @NotBlank @Schema(example = "give", allowableValues = {"give", "put_off", "hold"}) String act,
    @Schema(description = "for give: a login; absent: nobody", example = "ben") Optional<@Size(max = 100) String> to,
    @Schema(description = "for give: what they should know", example = "You know them from last year.") Optional<@Size(max = 500) String> words,
    @Schema(description = "for put_off the day on which it is due; for hold its last day, absent: until it is lifted", example = "2026-12-04") Optional<LocalDate> until,
    @Schema(description = "for put_off and hold", example = "Their books are closed until then.") Optional<@Size(max = 500) String> why,
    @Schema(description = "for hold", example = "manual", allowableValues = {"manual", "cooling_off", "hardship"}) Optional<String> kind) {

  /** @throws Refusal where a word is none, or the token is not good for it */
  BulkAct read(Call call, Colleagues colleagues) {
    if (!List.of("give", "put_off", "hold").contains(act)) {
      throw wrong("/act", "One of: give, put_off, hold.");
    }
    if (act.equals("hold")) {
      kind.filter(word -> !BulkAsked.KINDS.contains(word)).ifPresent(_ -> {
        throw wrong("/kind", "One of: " + String.join(", ", BulkAsked.KINDS) + ".");
      });
      Gate.refuseWithout(call.caller(), TokenScope.HOLDS);
    }
    return new BulkAsked(Optional.of(act), to.orElse(""), words.orElse(""), until.map(LocalDate::toString).orElse(""), why.orElse(""), kind.orElse("")).read(colleagues);
  }

  /** The cases that are meant, by number. */
  List<Long> numbers(Function<View, List<Long>> list) {
    if (cases.isPresent() == query.isPresent()) {
      throw wrong("/cases", "Say either cases or query.");
    }
    return cases.isPresent() ? named() : list.apply(View.ofQuery(query.get()));
  }

  /** The cases that are named. */
  List<Long> named() {
    return cases.map(all -> all.stream().distinct().toList()).orElseThrow(() -> wrong("/cases", "Say which: the preview names them."));
  }

  private static Refusal wrong(String pointer, String detail) {
    return new Refusal(ProblemType.INVALID_REQUEST, "A field of the body is not good; see errors.", Problem.Part.of(pointer, detail));
  }
}
