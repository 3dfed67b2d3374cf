package io.duly.desk.outbox;

import io.duly.correspondence.sending.CannotChange;
import io.duly.correspondence.sending.ComposedText;
import io.duly.correspondence.sending.Inquiry;
import io.duly.correspondence.sending.Moment;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Several messages read one below the other, and approved together: of one template, and none in which anything was found. */
@Controller
public final class BulkApproval {
  private static final int MOST = 25;
  private static final Pattern MESSAGE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{64}");

  private final Pages pages;
  private final Scope scope;
  private final Inquiry inquiry;
  private final Approving approving;
  private final Clock clock;

  BulkApproval(Pages pages, Scope scope, Inquiry inquiry, Approving approving, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.inquiry = inquiry;
    this.approving = approving;
    this.clock = clock;
  }

  /** What was chosen: by template what can be approved together, and what must be read by itself. */
  public record Shown(List<List<Read>> together, List<Alone> alone) {}

  public record Read(OutboxLine line, ComposedText text) {}

  /** @param why the key of the reason */
  public record Alone(OutboxLine line, String why) {}

  /** What makes messages alike. */
  private record Like(UUID creditor, String template, String channel, String language) {
    static Like of(OutboxLine line) {
      return new Like(line.creditor().value(), line.template(), line.channel(), line.language());
    }
  }

  @GetMapping("/outbox/approval")
  ResponseEntity<byte[]> read(Reader reader, @RequestParam(name = "id", defaultValue = "") List<UUID> ids) {
    var person = reader.person().orElseThrow();
    var together = new LinkedHashMap<Like, List<Read>>();
    var alone = new ArrayList<Alone>();
    for (var id : ids.stream().distinct().limit(MOST).toList()) {
      look(person, id, together, alone);
    }
    return pages.show("outbox/approval", reader, Map.of("shown", new Shown(List.copyOf(together.values()), alone)));
  }

  private void look(Person person, UUID id, Map<Like, List<Read>> together, List<Alone> alone) {
    scope
        .consulting(person, scoped -> OutboxLines.find(scoped, id).filter(OutboxLine::needsYes), (tx, line) -> {
          var said = inquiry.of(tx, line.id(), Moment.of(clock)).orElseThrow();
          var why = approving.refusal(tx, person, line, said).or(() -> said.isFine() ? Optional.empty() : Optional.of("approve.found"));
          if (why.isPresent()) {
            alone.add(new Alone(line, why.get()));
          } else {
            together.computeIfAbsent(Like.of(line), _ -> new ArrayList<>()).add(new Read(line, said.text().orElseThrow()));
          }
          return line;
        });
  }

  /** @param messages an id and the hash of the words that were read, with a colon between */
  @PostMapping("/outbox/approval")
  String approve(Reader reader, @RequestParam(name = "message", defaultValue = "") List<String> messages, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    int approved = 0;
    Optional<String> refusal = Optional.empty();
    var likes = new HashSet<Like>();
    for (var message : messages.stream().distinct().limit(MOST).toList()) {
      var why = approve(person, message, likes);
      approved += why.isEmpty() ? 1 : 0;
      refusal = refusal.or(() -> why.map(key -> key.contains(" ") ? key : reader.say(key)));
    }
    (refusal.isPresent() ? Told.refused(reader.say("approve.some", approved, refusal.get())) : Told.done("approve.all", approved)).showOn(next);
    return "redirect:/outbox?show=approval";
  }

  /** Answers with why it was not approved. */
  private Optional<String> approve(Person person, String message, Set<Like> likes) {
    int colon = message.indexOf(':');
    if (!MESSAGE.matcher(message).matches()) {
      return Optional.of("approve.changed");
    }
    var id = UUID.fromString(message.substring(0, colon));
    try {
      return scope
          .changing(person, scoped -> OutboxLines.find(scoped, id), (tx, line) -> {
            likes.add(Like.of(line));
            var said = inquiry.of(tx, line.id(), Moment.of(clock)).orElseThrow();
            return likes.size() > 1 ? Optional.of("approve.not-alike")
                : said.isFine() ? approving.approve(tx, person, line, message.substring(colon + 1), Moment.of(clock))
                : Optional.of("approve.found");
          })
          .orElse(Optional.of("approve.not-asked"));
    } catch (CannotChange meanwhile) {
      return Optional.of(String.valueOf(meanwhile.getMessage()));
    }
  }
}
