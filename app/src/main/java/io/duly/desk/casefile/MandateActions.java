package io.duly.desk.casefile;

import io.duly.agreements.Mandate;
import io.duly.agreements.Mandates;
import io.duly.cases.CannotRecord;
import io.duly.debits.Scheme;
import io.duly.desk.page.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A mandate to collect from the debtor's account, written down and ended on the page of the case. */
@Controller
@RequestMapping("/cases/{number}/mandates")
class MandateActions {
  private final CaseChanges changes;
  private final Mandates mandates;

  MandateActions(CaseChanges changes, Mandates mandates) {
    this.changes = changes;
    this.mandates = mandates;
  }

  @PostMapping
  String give(Reader reader, @PathVariable long number, @RequestParam Map<String, String> sent, RedirectAttributes next) {
    var typed = Map.of("mandate-holder", typed(sent, "holder"), "mandate-iban", typed(sent, "iban"), "mandate-bic", typed(sent, "bic"), "mandate-signed", typed(sent, "signed"), "mandate-reference", typed(sent, "reference"));
    return changes.change(reader, new CaseChanges.Asked(number, "mandate-given", typed, false), next, scoped -> Headlines.find(scoped, number), (tx, head, by) -> {
      mandates.give(tx, head.id(), given(reader, sent), by);
    });
  }

  @PostMapping("/{id}/ending")
  String end(Reader reader, @PathVariable long number, @PathVariable UUID id, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    return changes.change(
        reader, new CaseChanges.Asked(number, "mandate-ended", Map.of("mandate-why", why), false), next, scoped -> Headlines.find(scoped, number),
        (tx, head, by) -> mandates.end(tx, head.id(), id, why, by));
  }

  private static Mandate.Given given(Reader reader, Map<String, String> sent) {
    var scheme = typed(sent, "scheme").equals(Scheme.B2B.word()) ? Scheme.B2B : Scheme.CORE;
    return new Mandate.Given(some(sent, "reference"), scheme, typed(sent, "holder"), typed(sent, "iban"), some(sent, "bic"), day(reader, typed(sent, "signed")));
  }

  private static LocalDate day(Reader reader, String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException _) {
      throw new CannotRecord(reader.say("mandate.no-day", typed));
    }
  }

  private static Optional<String> some(Map<String, String> sent, String name) {
    return Optional.of(typed(sent, name)).filter(text -> !text.isEmpty());
  }

  private static String typed(Map<String, String> sent, String name) {
    var text = sent.getOrDefault(name, "").strip();
    return text.substring(0, Math.min(text.length(), 100));
  }
}
