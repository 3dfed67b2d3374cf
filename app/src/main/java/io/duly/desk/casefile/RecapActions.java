package io.duly.desk.casefile;

import io.duly.correspondence.Recaps;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.kernel.MessageId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was agreed, in writing, on the page of the case: sent, and said yes to. */
@Controller
@RequestMapping("/cases/{number}/recaps")
class RecapActions {
  private static final int LONGEST = 2_000;

  private final CaseChanges changes;
  private final Recaps recaps;

  RecapActions(CaseChanges changes, Recaps recaps) {
    this.changes = changes;
    this.recaps = recaps;
  }

  @PostMapping
  String plan(Reader reader, @PathVariable long number, RedirectAttributes next) {
    return changes.change(reader, new CaseChanges.Asked(number, "recap", Map.of(), false), next, scoped -> Headlines.find(scoped, number), (tx, head, by) -> recaps.plan(tx, head.id(), by));
  }

  @PostMapping("/{message}/yes")
  String yes(Reader reader, @PathVariable long number, @PathVariable UUID message, @RequestParam Recaps.By by, @RequestParam(defaultValue = "") String words, RedirectAttributes next) {
    if (by == Recaps.By.PORTAL) {
      throw new NotThere();
    }
    var typed = Map.of("yes-words", words);
    var said = Optional.of(words.strip()).filter(one -> !one.isEmpty()).map(one -> one.substring(0, Math.min(one.length(), LONGEST)));
    return changes.change(reader, new CaseChanges.Asked(number, "recap-yes", typed, false), next, scoped -> Headlines.find(scoped, number), (tx, head, recorded) ->
        recaps.acknowledge(tx, head.id(), new MessageId(message), by, said, recorded));
  }
}
