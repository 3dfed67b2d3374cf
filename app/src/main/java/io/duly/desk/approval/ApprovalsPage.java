package io.duly.desk.approval;

import io.duly.approvals.Answer;
import io.duly.approvals.Approvals;
import io.duly.approvals.Proposal;
import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Reassurance;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for a second person, with what it would change, and what became of the rest. */
@Controller
@RequestMapping("/approvals")
public final class ApprovalsPage {
  private static final String HERE = "redirect:/approvals";

  private final Pages pages;
  private final Approvals approvals;
  private final Reassurance reassurance;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final InstantSource clock;

  ApprovalsPage(Pages pages, Approvals approvals, Reassurance reassurance, DailyCycle cycle, Tallies tallies, InstantSource clock) {
    this.pages = pages;
    this.approvals = approvals;
    this.reassurance = reassurance;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  public record Card(Approvals.Shown shown, Matter matter) {
    static Card of(Approvals.Shown shown) {
      return new Card(shown, Matter.of(shown.proposal()));
    }
  }

  /** @param unread it is an answer to the reader that they have not read */
  public record Line(Proposal proposal, String state, Matter matter, boolean unread) {}

  /** @param code whether the reader is asked for one beside the password */
  public record Shown(List<Card> waiting, List<Line> over, boolean code) {
    public boolean isUnread() {
      return over.stream().anyMatch(Line::unread);
    }
  }

  @GetMapping
  ResponseEntity<byte[]> page(Reader reader, Model flash) {
    var person = reader.person().orElseThrow();
    var read = approvals.answersReadUntil(person);
    var now = clock.instant();
    var over = approvals.over(person).stream().sorted(Comparator.comparing(Proposal::over).reversed())
        .map(one -> new Line(one, one.state(now), Matter.of(one), isNews(reader, one, read))).toList();
    var shown = new Shown(approvals.waiting(person).stream().map(Card::of).toList(), over, reassurance.asksForACode(person));
    return pages.show("approval/page", reader, Map.of("shown", shown, "said", Told.on(flash)));
  }

  private static boolean isNews(Reader reader, Proposal one, Instant read) {
    var person = reader.person().orElseThrow();
    return one.by().equals(person.id()) && one.over().isAfter(read) && one.decision().filter(decision -> decision.login().equals(person.login())).isEmpty();
  }

  @PostMapping("/{id}/approval")
  String approve(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return told(reader, approvals.approve(reader.person().orElseThrow(), id, request.getRemoteAddr(), reader.today()), "approvals.approved", next);
  }

  @PostMapping("/{id}/declining")
  String decline(Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request, RedirectAttributes next) {
    return told(reader, approvals.decline(reader.person().orElseThrow(), id, reason, request.getRemoteAddr(), reader.today()), "approvals.declined", next);
  }

  @PostMapping("/{id}/withdrawal")
  String withdraw(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return told(reader, approvals.withdraw(reader.person().orElseThrow(), id, request.getRemoteAddr(), reader.today()), "approvals.withdrawn", next);
  }

  /** Confirms one's own, where there is nobody else. */
  @PostMapping("/{id}/confirmation")
  String confirm(
      Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String code,
      HttpServletRequest request, RedirectAttributes next) {
    return told(reader, approvals.alone(reader.person().orElseThrow(), id, password, code, request.getRemoteAddr(), reader.today()), "approvals.confirmed", next);
  }

  @PostMapping("/read")
  String read(Reader reader) {
    approvals.answersRead(reader.person().orElseThrow());
    return HERE;
  }

  /** An offer that was decided about is a case to decide again. */
  private String told(Reader reader, Answer answer, String done, RedirectAttributes next) {
    if (answer == Answer.NOT_THERE) {
      throw new NotThere();
    }
    if (answer == Answer.DONE) {
      cycle.again(reader.today());
      tallies.changed();
    }
    (answer == Answer.DONE ? Told.done(done) : Told.refused(reader.say("approvals.why." + answer.code()))).showOn(next);
    return HERE;
  }
}
