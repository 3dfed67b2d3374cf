package io.duly.desk.casefile;

import io.duly.desk.bargain.CounterAnswers;
import io.duly.cases.CaseJournal;
import io.duly.desk.page.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the debtor asks for, answered on the page of the case. */
@Controller
@RequestMapping("/cases/{number}/counter-offers/{id}")
class CounterActions {
  private static final int LONGEST = 1_000;

  private final CaseChanges changes;
  private final CaseJournal journal;
  private final CounterAnswers answers;

  CounterActions(CaseChanges changes, CaseJournal journal, CounterAnswers answers) {
    this.changes = changes;
    this.journal = journal;
    this.answers = answers;
  }

  @PostMapping("/agreement")
  String agree(Reader reader, @PathVariable long number, @PathVariable UUID id, @RequestParam(defaultValue = "") String why, HttpServletRequest request, RedirectAttributes next) {
    var who = new CounterAnswers.Who(reader.person().orElseThrow(), request.getRemoteAddr());
    var asked = new CaseChanges.Asked(number, "counter-agreed", Map.of("counter-why", why), true);
    return changes.change(reader, asked, next, scoped -> Headlines.find(scoped, number), (tx, head, by) -> answers.agree(tx, journal.head(tx, head.id()), id, text(why), who, by));
  }

  @PostMapping("/refusal")
  String decline(Reader reader, @PathVariable long number, @PathVariable UUID id, @RequestParam(defaultValue = "") String words, RedirectAttributes next) {
    var asked = new CaseChanges.Asked(number, "counter-declined", Map.of("counter-words", words), true);
    return changes.change(reader, asked, next, scoped -> Headlines.find(scoped, number), (tx, head, by) -> answers.decline(tx, journal.head(tx, head.id()), id, text(words), by));
  }

  private static Optional<String> text(String typed) {
    var words = typed.strip();
    return Optional.of(words.substring(0, Math.min(words.length(), LONGEST))).filter(one -> !one.isEmpty());
  }
}
