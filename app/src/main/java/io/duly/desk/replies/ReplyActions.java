package io.duly.desk.replies;

import io.duly.cases.CannotRecord;
import io.duly.cases.Cases;
import io.duly.cases.Recorded;
import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.reply.Reply;
import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Scope;
import io.duly.kernel.CaseId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person makes of a reply. */
@Controller
@RequestMapping("/replies/{id}")
class ReplyActions {
  private final Scope scope;
  private final Replies replies;
  private final Cases cases;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final Clock clock;

  ReplyActions(Scope scope, Replies replies, Cases cases, DailyCycle cycle, Tallies tallies, Clock clock) {
    this.scope = scope;
    this.replies = replies;
    this.cases = cases;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  /** The reply and the case, both as the person sees them; no case where there is none of that number. */
  private record Both(Reply reply, Optional<CaseId> recovery) {}

  @PostMapping("/attachment")
  String attach(Reader reader, @PathVariable UUID id, @RequestParam("case") String recovery, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    try {
      var attached = scope.changing(
          person,
          scoped -> replies.find(scoped, id, reader.today()).map(reply -> new Both(reply, cases.find(scoped, recovery.strip()))),
          (tx, both) -> both.recovery().map(found -> {
            replies.attach(tx, both.reply().id(), found, by(reader));
            return true;
          }).orElse(false));
      tell(attached.orElseThrow(NotThere::new) ? Told.done("replies.attached") : Told.refused(reader.say("replies.no-case", recovery.strip())), next);
    } catch (CannotRecord refused) {
      tell(Told.refused(String.valueOf(refused.getMessage())), next);
    }
    return "redirect:/replies/" + id;
  }

  @PostMapping("/reading")
  String settle(Reader reader, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    try {
      var said = new ReadingForm(reader, form);
      var settled = scope.changing(person, scoped -> replies.find(scoped, id, reader.today()), (tx, reply) -> {
        var currency = reply.line().owed().map(owed -> owed.currency());
        replies.settle(tx, id, said.settlement(currency), by(reader));
        return true;
      });
      if (settled.isEmpty()) {
        throw new NotThere();
      }
      cycle.again(reader.today());
      tell(Told.done("replies.settled"), next);
      return "redirect:/replies";
    } catch (CannotRecord refused) {
      tell(Told.refused(String.valueOf(refused.getMessage())), next);
      return "redirect:/replies/" + id;
    }
  }

  private void tell(Told told, RedirectAttributes next) {
    tallies.changed();
    told.showOn(next);
  }

  private Recorded by(Reader reader) {
    return Recorded.by(reader.person().orElseThrow().actor(), reader.today(), clock.instant());
  }

  static Optional<String> text(MultiValueMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(value -> !value.isEmpty());
  }
}
