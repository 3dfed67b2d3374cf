package io.duly.cli;

import io.duly.correspondence.reply.MayBeOf;
import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.reply.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly reply show}: the words, and what they may be saying. */
@Command(name = "show", description = "Shows a reply: its words, what they may be saying, and what was made of it.")
final class ReplyShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedReply named;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var shown = application.the(DSLContext.class).transactionResult(tx -> shown(application, tx.dsl(), named.id()));
      var out = spec.commandLine().getOut();
      (json ? List.of(Json.of(shown)) : text(shown)).forEach(out::println);
      return ExitCode.DONE;
    }
  }

  static Shown shown(Opened application, DSLContext tx, UUID id) {
    var replies = application.the(Replies.class);
    var reply =
        replies
            .find(tx, id, Today.of(application.the(Clock.class)))
            .orElseThrow(() -> new CannotDo("There is no reply " + id + "; ./duly reply list shows them."));
    var mayBeOf = reply.line().state() == Reply.State.UNMATCHED ? replies.mayBeOf(tx, reply) : List.<MayBeOf>of();
    return new Shown(
        ReplyJson.of(reply.line()), reply.words(), reply.messageId(), reply.matchedBy(), reply.backOn(), reply.substitute(), reply.suggestions(), reply.wishes(),
        reply.attachments().stream().map(file -> new FileJson(file.nth(), file.name(), file.mediaType(), file.bytes(), file.document().hex())).toList(),
        reply.document().hex(), reply.settled(),
        mayBeOf.stream().map(one -> new MayBeJson(one.number(), one.creditor(), one.debtor(), one.because())).toList());
  }

  private static List<String> text(Shown shown) {
    var lines = new ArrayList<String>();
    var reply = shown.reply();
    lines.add(reply.caseNumber().map(number -> "Case " + number + ", " + reply.debtor().orElse("")).orElse("Of nobody yet") + ": " + reply.state());
    lines.add("From " + reply.senderName() + " <" + reply.sender().orElse("") + ">" + (reply.senderKnown() ? "" : ", not known of the debtor"));
    lines.add("Subject: " + reply.subject());
    reply.why().ifPresent(why -> lines.add("Note: " + why));
    lines.add("");
    lines.add(shown.words());
    lines.add("");
    shown.suggestions().forEach(one -> lines.add("May be saying (a suggestion): " + one.word().replace('_', ' ') + " – “" + one.words() + "”"));
    shown.wishes().forEach(one -> lines.add("Honoured until you say otherwise: " + one.word().replace('_', ' ') + " – “" + one.words() + "”"));
    shown.backOn().ifPresent(text -> lines.add("Back: “" + text + "”"));
    shown.substitute().ifPresent(text -> lines.add("Meanwhile: “" + text + "”"));
    shown.files().forEach(one -> lines.add("File " + one.nth() + ": " + one.name() + " (" + one.mediaType() + ", " + one.bytes() + " bytes)"));
    shown.mayBeOf().forEach(one -> lines.add("May be of case " + one.caseNumber() + ", " + one.debtor() + " at " + one.creditor() + ": " + one.because()));
    shown.settled().ifPresent(read -> lines.add("Read by " + read.by() + ": " + ReplyText.may(read.reading()) + ". " + read.words() + read.followed().map(done -> " Then: " + done).orElse("")));
    return lines.stream().map(ReplyText::printable).toList();
  }

  record Shown(
      ReplyJson reply, String words, Optional<String> messageId, List<String> matchedBy, Optional<String> backOn, Optional<String> substitute,
      List<Reply.Suggested> suggestions, List<Reply.Suggested> wishes, List<FileJson> files, String document, Optional<Reply.Settled> settled,
      List<MayBeJson> mayBeOf) {}

  record FileJson(int nth, String name, String mediaType, long bytes, String document) {}

  record MayBeJson(long caseNumber, String creditor, String debtor, String because) {}
}
