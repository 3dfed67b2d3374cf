package io.duly.desk.casefile;

import io.duly.approvals.Approvals;
import io.duly.correspondence.sending.Inquiry;
import io.duly.correspondence.sending.Moment;
import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.strategy.TaskKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CasePage {
  private static final int LONGEST_QUERY = 200;

  private final Pages pages;
  private final Scope scope;
  private final Sheets sheets;
  private final Inquiry inquiry;
  private final Colleagues colleagues;
  private final Approvals approvals;
  private final Clock clock;

  CasePage(Pages pages, Scope scope, Sheets sheets, Inquiry inquiry, Colleagues colleagues, Approvals approvals, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.sheets = sheets;
    this.inquiry = inquiry;
    this.colleagues = colleagues;
    this.approvals = approvals;
    this.clock = clock;
  }

  @GetMapping("/cases/{number}")
  ResponseEntity<byte[]> sheet(
      Reader reader,
      Model flash,
      @PathVariable long number,
      @RequestParam(defaultValue = "all") String show,
      @RequestParam Optional<Integer> below,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String q) {
    var part = Timeline.Part.of(show);
    var person = reader.person().orElseThrow();
    var sheet =
        scope
            .reading(person, scoped -> sheets.read(scoped, number, part, looked(q), below.orElse(Integer.MAX_VALUE), reader.today()))
            .orElseThrow(NotThere::new);
    var may = person.role().mayChange() && sheet.head().isOpen();
    return pages.show(
        "casefile/page", reader,
        Map.of(
            "sheet", sheet, "after", After.of(flash), "people", may ? colleagues.workingFor(sheet.head().creditor()) : List.of(),
            "offers", offers(person, sheet), "waiting", words.equals("now") && person.role().isOfTheHouse() ? waiting(person, sheet) : Optional.empty()));
  }

  /** What was offered and waits for somebody who may agree to it; asked only where a task says so. */
  private List<Approvals.Shown> offers(Person person, Sheet sheet) {
    boolean waits = person.role().isOfTheHouse() && sheet.matters().tasks().stream().anyMatch(task -> task.kind() == TaskKind.APPROVE);
    return waits ? approvals.waitingAbout(person, sheet.head().id().value()) : List.of();
  }

  private static String looked(String typed) {
    var plain = typed.replace('\0', ' ').strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST_QUERY));
  }

  /**
   * What would leave next, and every question that is asked before it does. Only on request: to answer, the case is read
   * as the daily run reads it, and the message is written.
   */
  private Optional<Inquiry.Said> waiting(Person person, Sheet sheet) {
    return sheet.matters().drafts().stream().findFirst()
        .flatMap(draft -> scope.consulting(person, _ -> Optional.of(draft), (tx, first) -> inquiry.of(tx, first.id(), Moment.of(clock))))
        .flatMap(said -> said);
  }
}
