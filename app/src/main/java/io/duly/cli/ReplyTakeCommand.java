package io.duly.cli;

import io.duly.correspondence.reply.Arrival;
import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.reply.Reply;
import io.duly.correspondence.reply.TakenIn;
import io.duly.correspondence.sending.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly reply take}: one message as it came. */
@Command(name = "take", description = "Takes in a message (RFC 5322) as it came: a reply, an automatic answer or a report of a server.")
final class ReplyTakeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The e-mail as it came; - reads what is piped in.")
  private String file;

  @Option(names = "--to", paramLabel = "ADDRESS", description = "The address that it was delivered to, where its lines do not say it.")
  private @Nullable String to;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws SQLException {
    var arrival = arrival();
    try (var application = Opened.application()) {
      var taken = application.the(Replies.class).take(arrival, Moment.of(application.the(Clock.class)));
      spec.commandLine().getOut().println(json ? Json.of(TakenJson.of(taken)) : words(taken));
      return taken.state() == Reply.State.UNMATCHED ? ExitCode.FINDINGS : ExitCode.DONE;
    }
  }

  private Arrival arrival() {
    var by = "shell:" + System.getProperty("user.name");
    try (var in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      var bytes = in.readNBytes(Arrival.MOST_BYTES);
      var rest = in.skip(Long.MAX_VALUE);
      var cut = rest > 0 ? Optional.of("it is larger than " + Arrival.MOST_BYTES / 1_000_000 + " MB and taken in as far as that") : Optional.<String>empty();
      return new Arrival(bytes, Arrival.Via.COMMAND, Optional.ofNullable(to), by, cut);
    } catch (IOException unreadable) {
      throw new CannotDo(file + " cannot be read.");
    }
  }

  private static String words(TakenIn taken) {
    var what = ReplyText.words(taken.kind()) + taken.caseNumber().map(number -> " of case " + number).orElse("");
    var where = switch (taken.state()) {
      case WAITING -> "it waits to be read and everything to this debtor waits with it (./duly reply show " + taken.id() + ")";
      case UNMATCHED -> "nobody knows yet whose it is (./duly reply show " + taken.id() + ")";
      case NOTED -> "it needs nobody";
      case SETTLED -> "it was read before";
    };
    return ReplyText.first(what) + (taken.again() ? ", taken in before" : "") + ": " + where + taken.why().map(why -> "; " + ReplyText.printable(why)).orElse("") + ".";
  }

  record TakenJson(String id, String kind, String state, Optional<Long> caseNumber, boolean again, Optional<String> why) {
    static TakenJson of(TakenIn taken) {
      return new TakenJson(
          taken.id().toString(), taken.kind().name().toLowerCase(Locale.ROOT), taken.state().name().toLowerCase(Locale.ROOT), taken.caseNumber(), taken.again(),
          taken.why());
    }
  }
}
