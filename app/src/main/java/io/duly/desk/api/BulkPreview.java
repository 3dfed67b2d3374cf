package io.duly.desk.api;

import io.duly.cases.BulkAct;
import io.duly.cases.BulkLine;
import io.duly.desk.page.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What would become of the chosen cases. */
@Schema(description = "What would become of the chosen cases, in the order in which they were chosen")
record BulkPreview(
    @Schema(example = "give") String act, @Schema(description = "how many would be done") int fine, @Schema(description = "how many would be left as they are") int refused,
    @Schema(description = "the list has more cases than are done at once") boolean cut, List<Line> cases) {

  @Schema(name = "BulkPreviewCase")
  record Line(
      long caseNumber, @Schema(example = "Brennan & Co Ltd") String debtor, @Schema(description = "why it would be left as it is", example = "taken") Optional<String> refusal,
      @Schema(description = "the same in words", example = "anna is in it now") Optional<String> why) {
    static Line of(BulkLine one) {
      return new Line(one.head().number(), one.debtor(), one.refusal(), one.refusal().map(code -> Words.in(Locale.ENGLISH).say("bulk.not-" + code, who(one))));
    }

    private static String who(BulkLine one) {
      return one.taken().map(actor -> actor.substring(actor.indexOf(':') + 1)).orElse("");
    }
  }

  static BulkPreview of(List<BulkLine> lines, BulkAct act, boolean cut) {
    int fine = (int) lines.stream().filter(BulkLine::isDone).count();
    return new BulkPreview(act.word(), fine, lines.size() - fine, cut, lines.stream().map(Line::of).toList());
  }
}
