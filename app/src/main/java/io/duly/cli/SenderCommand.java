package io.duly.cli;

import io.duly.correspondence.sending.Senders;
import io.duly.correspondence.sending.SenderWays;
import io.duly.correspondence.sending.Senders.Sender;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly sender}: in whose name a creditor's messages leave. */
@Command(name = "sender", description = "Says in whose name a creditor's messages leave; without options, shows it.")
final class SenderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCreditor named;

  @Option(names = "--name", description = "As recipients see it.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--address", description = "The e-mail address it comes from.")
  private Optional<String> address = Optional.empty();

  @Option(names = "--reply-to", description = "Where answers go, if elsewhere.")
  private Optional<String> replyTo = Optional.empty();

  @Option(names = "--reply-tokens", negatable = true, description = "Answers go to local+token@domain of --reply-to, so that they name their message.")
  private Optional<Boolean> replyTokens = Optional.empty();

  @Option(names = "--server", description = "Which of the configured mail servers. Default: default.")
  private Optional<String> server = Optional.empty();

  @Option(names = "--sms-provider", paramLabel = "NAME", description = "By which of the configured SMS providers its SMS leave; '' for none.")
  private Optional<String> smsProvider = Optional.empty();

  @Option(names = "--sms-from", paramLabel = "FROM", description = "From whom SMS come: a number such as +4930123456, or up to 11 letters and digits.")
  private Optional<String> smsFrom = Optional.empty();

  @Option(names = "--print-provider", paramLabel = "NAME", description = "By which of the configured print providers its letters leave; '' for none: ./duly send letters.")
  private Optional<String> printProvider = Optional.empty();

  @Option(names = "--fax-gateway", paramLabel = "NAME", description = "Letters to debtors with a fax number leave by this gateway; '' for none.")
  private Optional<String> faxGateway = Optional.empty();

  @Option(names = "--look-first", negatable = true, description = "A person says yes to every message before it leaves.")
  private Optional<Boolean> lookFirst = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var sender = application.the(DSLContext.class).transactionResult(tx -> change(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(sender) : text(sender));
      return ExitCode.DONE;
    }
  }

  private Sender change(Opened application, DSLContext tx) {
    var creditor = named.in(application, tx);
    var senders = application.the(Senders.class);
    var before = senders.of(tx, creditor.id());
    if (changesNothing()) {
      return before.orElseThrow(() -> new CannotDo(creditor.name() + " has no sender; give it one with --address (and --name)."));
    }
    var sender =
        new Sender(
            name.or(() -> before.map(Sender::displayName)).orElse(creditor.name()),
            address.or(() -> before.map(Sender::address)).orElseThrow(() -> new CannotDo("A sender needs an --address.")),
            replyTo.or(() -> before.flatMap(Sender::replyTo)),
            replyTokens.or(() -> before.map(Sender::replyTokens)).orElse(false),
            server.or(() -> before.map(Sender::server)).orElse("default"),
            lookFirst.or(() -> before.map(Sender::lookFirst)).orElse(false), ways(before.map(Sender::ways)));
    senders.change(tx, creditor.id(), sender);
    return sender;
  }

  private boolean changesNothing() {
    return Stream.of(name, address, replyTo, server, smsProvider, smsFrom, printProvider, faxGateway).allMatch(Optional::isEmpty)
        && replyTokens.or(() -> lookFirst).isEmpty();
  }

  /** What is not said stays; what is said to be empty is taken away. */
  private SenderWays ways(Optional<SenderWays> before) {
    var provider = said(smsProvider, before.flatMap(SenderWays::smsProvider));
    return new SenderWays(
        provider, provider.flatMap(_ -> said(smsFrom, before.flatMap(SenderWays::smsFrom))), said(printProvider, before.flatMap(SenderWays::printProvider)),
        said(faxGateway, before.flatMap(SenderWays::faxGateway)));
  }

  private static Optional<String> said(Optional<String> now, Optional<String> before) {
    return now.or(() -> before).filter(text -> !text.isEmpty());
  }

  private static String text(Sender sender) {
    var ways = sender.ways();
    return mail(sender)
        + ways.smsProvider().map(one -> "; SMS from " + ways.smsFrom().orElse("") + " by " + one).orElse("")
        + ways.printProvider().map(one -> "; letters by " + one).orElse("")
        + ways.faxGateway().map(one -> "; faxes by " + one).orElse("");
  }

  private static String mail(Sender sender) {
    return sender.displayName() + " <" + sender.address() + ">, answers to "
        + sender.replyTo().map(to -> sender.replyTokens() ? to.replace("@", "+token@") : to).orElse(sender.address())
        + ", by server " + sender.server() + (sender.lookFirst() ? ", each looked at first" : "");
  }
}
