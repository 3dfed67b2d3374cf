package io.duly.desk.casefile;

import io.duly.approvals.SettlementOffers;
import io.duly.cases.CannotRecord;
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

/** A settlement below the debt, agreed on the page of the case: at once where the person's limits reach so far, else put before somebody. */
@Controller
@RequestMapping("/cases/{number}/settlements")
class SettlementActions {
  private final CaseChanges changes;
  private final SettlementOffers settlements;

  SettlementActions(CaseChanges changes, SettlementOffers settlements) {
    this.changes = changes;
    this.settlements = settlements;
  }

  @PostMapping
  String agree(
      Reader reader, @PathVariable long number, @RequestParam String amount, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> by, @RequestParam String why,
      @RequestParam(defaultValue = "") String words, RedirectAttributes next) {
    var typed = Map.of("settle-amount", amount, "settle-by", by.map(LocalDate::toString).orElse(""), "settle-why", why, "settle-words", words);
    var person = reader.person().orElseThrow();
    return changes.telling(reader, new CaseChanges.Asked(number, "settlement", typed, true), next, scoped -> Headlines.find(scoped, number), (tx, head, recorded) -> {
      var wanted = reader.typed(amount, head.currency()).orElseThrow(() -> new CannotRecord(reader.say("promise.no-amount", amount.strip())));
      var due = by.orElseThrow(() -> new CannotRecord(reader.say("promise.no-day")));
      var settlement = new SettlementOffers.Wanted(wanted, due, why, Optional.of(words.strip()).filter(one -> !one.isEmpty()));
      return settlements.agree(tx, head.id(), settlement, person, recorded) ? "settlement" : "settlement-asked";
    });
  }
}
