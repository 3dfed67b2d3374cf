package io.duly.desk.casefile;

import io.duly.agreements.Promises;
import io.duly.cases.CannotRecord;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.desk.page.Reader;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the debtor said, written down on the page of the case: what was promised, and why it was not paid. */
@Controller
@RequestMapping("/cases/{number}")
class AgreementActions {
  private final CaseChanges changes;
  private final Promises promises;
  private final Reasons reasons;

  AgreementActions(CaseChanges changes, Promises promises, Reasons reasons) {
    this.changes = changes;
    this.promises = promises;
    this.reasons = reasons;
  }

  @PostMapping("/promises")
  String promise(
      Reader reader, @PathVariable long number, @RequestParam String amount, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> by,
      @RequestParam(defaultValue = "") String words, RedirectAttributes next) {
    var typed = Map.of("amount", amount, "by", by.map(LocalDate::toString).orElse(""), "promise-words", words);
    return changes.change(reader, new CaseChanges.Asked(number, "promise", typed, true), next, scoped -> Headlines.find(scoped, number), (tx, head, recorded) -> {
      var promised = reader.typed(amount, head.currency()).orElseThrow(() -> new CannotRecord(reader.say("promise.no-amount", amount.strip())));
      var due = by.orElseThrow(() -> new CannotRecord(reader.say("promise.no-day")));
      promises.record(tx, head.id(), promised, due, text(words), recorded);
    });
  }

  @PostMapping("/reasons")
  String reason(
      Reader reader, @PathVariable long number, @RequestParam ReasonCategory category, @RequestParam String said, @RequestParam(defaultValue = "") String whom,
      RedirectAttributes next) {
    var typed = Map.of("said", said, "whom", whom, "category", category.name());
    return changes.change(reader, new CaseChanges.Asked(number, "reason", typed, true), next, scoped -> Headlines.find(scoped, number), (tx, head, recorded) ->
        reasons.record(tx, head.id(), category, said.strip(), text(whom), recorded));
  }

  private static Optional<String> text(String typed) {
    return Optional.of(typed.strip()).filter(one -> !one.isEmpty());
  }
}
