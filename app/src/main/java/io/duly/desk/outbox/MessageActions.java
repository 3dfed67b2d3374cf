package io.duly.desk.outbox;

import io.duly.correspondence.sending.CannotChange;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Queue;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does with one message. */
@Controller
@RequestMapping("/outbox/{id}")
class MessageActions {
  private final Scope scope;
  private final Queue queue;
  private final Approving approving;
  private final Clock clock;

  MessageActions(Scope scope, Queue queue, Approving approving, Clock clock) {
    this.scope = scope;
    this.queue = queue;
    this.approving = approving;
    this.clock = clock;
  }

  @PostMapping("/approval")
  String approve(Reader reader, @PathVariable UUID id, @RequestParam String hash, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    return change(reader, id, "outbox.approved", next, (tx, line) -> approving.approve(tx, person, line, hash, Moment.of(clock)));
  }

  @PostMapping("/withdrawal")
  String withdraw(Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    return change(reader, id, "outbox.withdrawn", next, (tx, line) -> {
      if (why.isBlank()) {
        return Optional.of("outbox.why-missing");
      }
      queue.withdraw(tx, line.id(), why.strip(), by(reader), Moment.of(clock));
      return Optional.empty();
    });
  }

  @PostMapping("/resolution")
  String resolve(Reader reader, @PathVariable UUID id, @RequestParam boolean arrived, @RequestParam(defaultValue = "") String how, RedirectAttributes next) {
    return change(reader, id, arrived ? "outbox.arrived" : "outbox.sent-again", next, (tx, line) -> {
      if (how.isBlank()) {
        return Optional.of("outbox.how-missing");
      }
      queue.resolve(tx, line.id(), arrived, how.strip(), by(reader), Moment.of(clock));
      return Optional.empty();
    });
  }

  private static String by(Reader reader) {
    return reader.person().orElseThrow().actor();
  }

  /** @param change answers with the key of a refusal */
  private String change(Reader reader, UUID id, String done, RedirectAttributes next, BiFunction<DSLContext, OutboxLine, Optional<String>> change) {
    try {
      var refusal = scope.changing(reader.person().orElseThrow(), scoped -> OutboxLines.find(scoped, id), change).orElseThrow(NotThere::new);
      (refusal.isPresent() ? Told.refused(reader.say(refusal.get())) : Told.done(done)).showOn(next);
    } catch (CannotChange meanwhile) {
      Told.refused(String.valueOf(meanwhile.getMessage())).showOn(next);
    }
    return "redirect:/outbox/" + id;
  }
}
