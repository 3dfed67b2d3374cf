package io.duly.cli;

import io.duly.cases.Cases;
import io.duly.cases.ReasonCategory;
import io.duly.correspondence.reply.Follow;
import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.reply.Reply;
import io.duly.correspondence.reply.Settlement;
import io.duly.kernel.Money;
import io.duly.wording.ReplyMeaning;
import io.duly.wording.StopWish;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly reply settle}: what a person reads in a reply, and what follows. */
@Command(name = "settle", description = "Says what a reply says and what follows from it; then its hold ends. Nothing follows that is not named here.")
final class ReplySettleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedReply named;
  @Mixin private Today today;

  @Option(names = "--as", required = true, split = ",", paramLabel = "WHAT",
      description = "What it is: ${COMPLETION-CANDIDATES}; several with commas.")
  private List<As> as = new ArrayList<>();

  @Option(names = "--reading", required = true, description = "What it says, in your words; theirs are kept apart.")
  private String words = "";

  @Option(names = "--dispute", paramLabel = "INVOICE", description = "This invoice is contested: all that is open, or --amount.")
  private @Nullable String dispute;

  @Option(names = "--promise", paramLabel = "DATE", description = "The --amount is promised by that day.")
  private @Nullable LocalDate promise;

  @Option(names = "--amount", description = "Of the dispute or the promise, in the case's currency.")
  private @Nullable BigDecimal amount;

  @Option(names = "--reason", description = "Why they have not paid: ${COMPLETION-CANDIDATES}.")
  private @Nullable ReasonCategory reason;

  @Option(names = "--paid", arity = "0..1", fallbackValue = "5", paramLabel = "DAYS",
      description = "It was paid, they say: the payment is looked for, for so many days. Default: ${FALLBACK-VALUE}.")
  private @Nullable Integer paid;

  @Option(names = "--hardship", arity = "0..1", fallbackValue = "", paramLabel = "DATE", description = "Breathing space, until that day or for 60 days.")
  private @Nullable String hardship;

  @Option(names = "--insolvent", description = "A hold for insolvency.")
  private boolean insolvent;

  @Option(names = "--represented-by", paramLabel = "NAME", description = "Somebody speaks for the debtor.")
  private @Nullable String representedBy;

  @Option(names = "--wishes", split = ",", paramLabel = "WISH",
      description = "Other wishes than those that were honoured: none, all, letters_only, email_only, not_at_work, no_calls, no_texts, no_emails. Left out, they stay.")
  private @Nullable List<String> wishes;

  @Option(names = "--wrong-person", description = "It reached somebody else: that address is not used again.")
  private boolean wrongPerson;

  @Option(names = "--answer", paramLabel = "WHAT", description = "We owe an answer, such as documents; a task says so.")
  private @Nullable String answer;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** What a person reads: a meaning, or nothing of them. */
  enum As {
    NOTHING,
    DANGER,
    STOP,
    DECEASED,
    REPRESENTED,
    INSOLVENCY,
    HARDSHIP,
    WRONG_PERSON,
    DISPUTES,
    SAYS_PAID,
    ASKS_FOR_DOCUMENTS,
    PROMISES,
    ASKS_FOR_TIME,
    ASKS_FOR_A_CALL,
    ABUSIVE,
    OUT_OF_OFFICE,
    ASKS
  }

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var after = application.the(DSLContext.class).transactionResult(tx -> settled(application, tx.dsl()));
      var settled = after.settled().orElseThrow();
      spec.commandLine().getOut().println(json ? Json.of(after) : "Read. " + settled.followed().map(done -> ReplyText.first(done) + ".").orElse("Nothing follows."));
      return ExitCode.DONE;
    }
  }

  private ReplyShowCommand.Shown settled(Opened application, DSLContext tx) {
    var replies = application.the(Replies.class);
    var by = today.by(application);
    var reply = replies.find(tx, named.id(), by.on()).orElseThrow(() -> new CannotDo("There is no reply " + named.id() + "; ./duly reply list shows them."));
    var meanings = as.stream().filter(one -> one != As.NOTHING).map(one -> ReplyMeaning.valueOf(one.name())).toList();
    replies.settle(tx, named.id(), new Settlement(meanings, words, follows(currency(application, tx, reply))), by);
    return ReplyShowCommand.shown(application, tx, named.id());
  }

  private Optional<Currency> currency(Opened application, DSLContext tx, Reply reply) {
    return reply.line().recovery().flatMap(id -> application.the(Cases.class).show(tx, id, today.date(application))).map(view -> view.openBalance().currency());
  }

  private List<Follow> follows(Optional<Currency> currency) {
    var follows = new ArrayList<Follow>();
    var money = Optional.ofNullable(amount).map(one -> Amounts.of(one, currency.orElseThrow(() -> new CannotDo("It belongs to no case yet; attach it first."))));
    if (dispute != null) {
      follows.add(new Follow.Contest(dispute, money, words));
    }
    if (promise != null) {
      follows.add(new Follow.Promised(needed(money), promise));
    }
    if (reason != null) {
      follows.add(new Follow.Because(reason));
    }
    if (paid != null) {
      follows.add(new Follow.LookForPayment(paid));
    }
    if (hardship != null) {
      follows.add(new Follow.Hardship(hardship.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(hardship))));
    }
    if (insolvent) {
      follows.add(new Follow.Insolvent());
    }
    if (representedBy != null) {
      follows.add(new Follow.Represented(representedBy));
    }
    if (wishes != null) {
      follows.add(new Follow.Wishes(wishes.stream().filter(word -> !word.equalsIgnoreCase("none")).map(this::wish).toList()));
    }
    if (wrongPerson) {
      follows.add(new Follow.WrongPerson());
    }
    if (answer != null) {
      follows.add(new Follow.Answer(answer));
    }
    return follows;
  }

  private Money needed(Optional<Money> money) {
    return money.orElseThrow(() -> new ParameterException(spec.commandLine(), "Say which --amount was promised."));
  }

  private StopWish wish(String word) {
    try {
      return StopWish.valueOf(word.strip().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), "'" + word + "' is no wish; they are none, all, letters_only, email_only, not_at_work, no_calls, no_texts, no_emails.", unknown, null, word);
    }
  }
}
