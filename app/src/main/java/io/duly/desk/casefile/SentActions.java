package io.duly.desk.casefile;

import io.duly.agreements.PaymentNotices;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.desk.bargain.SentPayments;
import io.duly.desk.page.Reader;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "We have sent it", written down on the page of the case. */
@Controller
class SentActions {
  private final CaseChanges changes;
  private final CaseJournal journal;
  private final SentPayments sent;

  SentActions(CaseChanges changes, CaseJournal journal, SentPayments sent) {
    this.changes = changes;
    this.journal = journal;
    this.sent = sent;
  }

  @PostMapping("/cases/{number}/sent-payments")
  String record(
      Reader reader, @PathVariable long number, @RequestParam String amount, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> on,
      @RequestParam PaymentNotices.Way way, @RequestParam(defaultValue = "") String words, RedirectAttributes next) {
    var typed = Map.of("sent-amount", amount, "sent-on", on.map(LocalDate::toString).orElse(""), "sent-words", words);
    return changes.change(reader, new CaseChanges.Asked(number, "sent", typed, true), next, scoped -> Headlines.find(scoped, number), (tx, head, recorded) -> {
      var money = reader.typed(amount, head.currency()).orElseThrow(() -> new CannotRecord(reader.say("promise.no-amount", amount.strip())));
      var day = on.orElseThrow(() -> new CannotRecord(reader.say("sent.no-day")));
      sent.record(tx, journal.head(tx, head.id()), new SentPayments.Told(money, day, way, Optional.of(words.strip()).filter(one -> !one.isEmpty())), recorded);
    });
  }
}
