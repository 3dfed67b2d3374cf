package io.duly.desk.outbox;

import io.duly.correspondence.sending.CannotChange;
import io.duly.correspondence.sending.Inquiry;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Queue;
import io.duly.correspondence.sending.Tried;
import io.duly.correspondence.template.MailLogos;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One message: the words that would leave now, every question that is asked before, and how it was tried. */
@Controller
@RequestMapping("/outbox/{id}")
public final class MessagePage {
  private final Pages pages;
  private final Scope scope;
  private final Queue queue;
  private final Inquiry inquiry;
  private final Archive archive;
  private final Approving approving;
  private final MailLogos logos;
  private final Clock clock;

  MessagePage(Pages pages, Scope scope, Queue queue, Inquiry inquiry, Archive archive, Approving approving, MailLogos logos, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.queue = queue;
    this.inquiry = inquiry;
    this.archive = archive;
    this.approving = approving;
    this.logos = logos;
    this.clock = clock;
  }

  /**
   * What the page of one message shows.
   *
   * @param said what would be said now; empty where it does not wait any more
   * @param copy words of what left or was about to
   * @param refusal why this person may not say yes to it
   */
  public record Shown(OutboxLine line, Optional<Inquiry.Said> said, Optional<String> copy, List<Tried> tried, Optional<String> refusal) {}

  @GetMapping
  ResponseEntity<byte[]> message(Reader reader, Model flash, @PathVariable UUID id, @RequestParam(name = "as", defaultValue = "plain") String form) {
    var person = reader.person().orElseThrow();
    var shown =
        scope.consulting(person, scoped -> OutboxLines.find(scoped, id), (tx, line) -> {
          var said = line.isWaiting() ? inquiry.of(tx, line.id(), Moment.of(clock)) : Optional.<Inquiry.Said>empty();
          var refusal = said.flatMap(one -> approving.refusal(tx, person, line, one));
          return new Shown(line, said, queue.copy(tx, line.id()), queue.tried(tx, line.id()), refusal.map(reader::say));
        }).orElseThrow(NotThere::new);
    return pages.show(
        "outbox/message", reader,
        Map.of("shown", shown, "said", Told.on(flash), "may", person.role().mayChange(), "html", form.equals("html")));
  }

  /** The words as HTML, for a frame in which nothing runs. */
  @GetMapping("/words.html")
  ResponseEntity<byte[]> html(Reader reader, @PathVariable UUID id) {
    var html = now(reader, id, (tx, line) -> queue.text(tx, line.id(), Moment.of(clock)).html().map(words -> logos.shown(tx, words))).flatMap(words -> words);
    return Handing.inert(html.orElseThrow(NotThere::new).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/letter.pdf")
  ResponseEntity<byte[]> letter(Reader reader, @PathVariable UUID id) {
    return Handing.pdf("letter.pdf", now(reader, id, (tx, line) -> inquiry.letter(tx, line.id(), Moment.of(clock))).orElseThrow(NotThere::new));
  }

  /** What left at an attempt, byte for byte. */
  @GetMapping("/copies/{nth}")
  ResponseEntity<byte[]> copy(Reader reader, @PathVariable UUID id, @PathVariable int nth) {
    var copy =
        scope.reading(
            reader.person().orElseThrow(),
            scoped ->
                OutboxLines.find(scoped, id)
                    .flatMap(line -> queue.tried(scoped, line.id()).stream().filter(one -> one.nth() == nth).findFirst())
                    .flatMap(tried -> archive.document(scoped, tried.document())));
    return copy.map(document -> handedOut(id, nth, document)).orElseThrow(NotThere::new);
  }

  private static ResponseEntity<byte[]> handedOut(UUID id, int nth, Document document) {
    var ending = document.mediaType().equals("message/rfc822") ? ".eml" : document.mediaType().equals("application/pdf") ? ".pdf" : ".txt";
    return Handing.out("message-" + id + "-" + nth + ending, MediaType.parseMediaType(document.mediaType()), document.bytes());
  }

  /** What can be worked out of a message that waits; nothing where it cannot be written. */
  private <T> Optional<T> now(Reader reader, UUID id, java.util.function.BiFunction<DSLContext, OutboxLine, T> work) {
    try {
      return scope.consulting(reader.person().orElseThrow(), scoped -> OutboxLines.find(scoped, id).filter(OutboxLine::isWaiting), work);
    } catch (CannotChange missing) {
      return Optional.empty();
    }
  }
}
