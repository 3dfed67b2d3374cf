package io.duly.desk.replies;

import io.duly.correspondence.reply.MayBeOf;
import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.reply.Reply;
import io.duly.correspondence.reply.ReplyLine;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.journal.Archive;
import io.duly.journal.Sha256;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What debtors write to us. */
@Controller
public final class RepliesPage {
  private static final int LINES = 200;

  private final Pages pages;
  private final Scope scope;
  private final Replies replies;
  private final Archive archive;

  RepliesPage(Pages pages, Scope scope, Replies replies, Archive archive) {
    this.pages = pages;
    this.scope = scope;
    this.replies = replies;
    this.archive = archive;
  }

  /** A shelf of replies, and how many lie on those that need somebody. */
  public record Shown(Replies.Shelf shelf, List<ReplyLine> lines, Map<Replies.Shelf, Integer> counts) {
    public static String code(Replies.Shelf shelf) {
      return shelf.name().toLowerCase(Locale.ROOT);
    }
  }

  /** One reply, and the cases that it may be about where nobody knows. */
  public record One(Reply reply, List<MayBeOf> mayBeOf) {
    public boolean isWaiting() {
      return reply.line().state() == Reply.State.WAITING;
    }

    public boolean isUnmatched() {
      return reply.line().state() == Reply.State.UNMATCHED;
    }
  }

  @GetMapping("/replies")
  ResponseEntity<byte[]> replies(Reader reader, Model flash, @RequestParam(defaultValue = "waiting") String show) {
    var shelf = Stream.of(Replies.Shelf.values()).filter(one -> Shown.code(one).equals(show)).findFirst().orElse(Replies.Shelf.WAITING);
    var shown = scope.reading(reader.person().orElseThrow(), scoped -> new Shown(shelf, replies.list(scoped, shelf, LINES, reader.today()), counts(scoped)));
    return pages.show("replies/page", reader, Map.of("shown", shown, "said", Told.on(flash)));
  }

  @GetMapping("/replies/{id}")
  ResponseEntity<byte[]> reply(Reader reader, Model flash, @PathVariable UUID id) {
    var person = reader.person().orElseThrow();
    var shown = scope
        .reading(person, scoped -> replies.find(scoped, id, reader.today()).map(reply -> new One(reply, mayBeOf(scoped, reply))))
        .orElseThrow(NotThere::new);
    return pages.show("replies/reply", reader, Map.of("shown", shown, "said", Told.on(flash), "may", person.role().mayChange()));
  }

  /** The message as it came. */
  @GetMapping("/replies/{id}/message.eml")
  ResponseEntity<byte[]> message(Reader reader, @PathVariable UUID id) {
    return file(reader, id, "message.eml", 0);
  }

  @GetMapping("/replies/{id}/files/{nth}")
  ResponseEntity<byte[]> attachment(Reader reader, @PathVariable UUID id, @PathVariable int nth) {
    return file(reader, id, "file", nth);
  }

  private ResponseEntity<byte[]> file(Reader reader, UUID id, String otherwise, int nth) {
    return scope
        .reading(reader.person().orElseThrow(), scoped -> replies.find(scoped, id, reader.today()).flatMap(reply -> nth == 0
            ? bytes(scoped, reply.document(), otherwise)
            : reply.attachments().stream().filter(one -> one.nth() == nth).findFirst().flatMap(one -> bytes(scoped, one.document(), one.name()))))
        .orElseThrow(NotThere::new);
  }

  /** To be kept, never shown: whatever it says that it is. */
  private java.util.Optional<ResponseEntity<byte[]>> bytes(DSLContext scoped, Sha256 document, String name) {
    return archive.document(scoped, document).map(found -> Handing.saved(name, found.bytes()));
  }

  private List<MayBeOf> mayBeOf(DSLContext scoped, Reply reply) {
    return reply.line().state() == Reply.State.UNMATCHED ? replies.mayBeOf(scoped, reply) : List.of();
  }

  private static Map<Replies.Shelf, Integer> counts(DSLContext scoped) {
    var counts = new EnumMap<Replies.Shelf, Integer>(Replies.Shelf.class);
    var row = scoped.fetchSingle(
        "select count(*) filter (where state = 'waiting')::int, count(*) filter (where state = 'unmatched')::int from correspondence.reply where state in ('waiting', 'unmatched')");
    counts.put(Replies.Shelf.WAITING, row.get(0, Integer.class));
    counts.put(Replies.Shelf.UNMATCHED, row.get(1, Integer.class));
    return counts;
  }
}
