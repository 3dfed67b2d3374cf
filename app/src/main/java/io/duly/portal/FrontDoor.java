package io.duly.portal;

import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.correspondence.sending.AtOnce;
import io.duly.correspondence.sending.Reach;
import io.duly.invitations.Invitations;
import io.duly.invitations.Invited;
import io.duly.kernel.IdSource;
import io.duly.strategy.Channel;
import io.duly.wording.Language;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets debtors in: an invitation is opened once, a code goes to where the debtor is known to be, and who shows it is here. Whatever
 * is wrong with an invitation (made up, used, too old, somebody else's guess) the answer is the same.
 */
@Component
final class FrontDoor {
  private final DSLContext dsl;
  private final TransactionTemplate transaction;
  private final Invitations invitations;
  private final Codes codes;
  private final Visits visits;
  private final Knocks knocks;
  private final DoorMail mail;
  private final CaseJournal cases;
  private final Today today;
  private final IdSource ids;
  private final InstantSource clock;

  FrontDoor(
      DSLContext dsl, PlatformTransactionManager transactions, Invitations invitations, Codes codes, Visits visits, Knocks knocks, DoorMail mail, CaseJournal cases, Today today,
      IdSource ids, InstantSource clock) {
    this.dsl = dsl;
    this.transaction = new TransactionTemplate(transactions);
    this.invitations = invitations;
    this.codes = codes;
    this.visits = visits;
    this.knocks = knocks;
    this.mail = mail;
    this.cases = cases;
    this.today = today;
    this.ids = ids;
    this.clock = clock;
  }

  /** What the page of an address shows. */
  enum Look {
    SENDS_A_CODE,
    ASKS_THE_LETTERS,
    NOT_GOOD
  }

  /** What came of an attempt. */
  sealed interface Came {}

  /**
   * A code is on its way.
   *
   * @param browser what the browser holds from now on
   */
  record CodeSent(String browser) implements Came {}

  /**
   * Let in.
   *
   * @param secret what the browser holds from now on
   */
  record LetIn(String secret) implements Came {}

  record Wrong() implements Came {}

  record NotGood() implements Came {}

  record TooMany() implements Came {}

  Look look(String token) {
    return invitations.held(dsl, token, clock.instant()).filter(Invitations.Held::isGood)
        .map(held -> held.channel().equals("letter") ? Look.ASKS_THE_LETTERS : Look.SENDS_A_CODE)
        .orElse(Look.NOT_GOOD);
  }

  /**
   * Opens an invitation.
   *
   * @param typed the code of a letter; of others not looked at
   */
  Came open(String token, String typed, Language language, String address) {
    return inTransaction(tx -> {
      if (knocks.tooMany(tx, address)) {
        return new TooMany();
      }
      var held = invitations.held(tx, token, clock.instant()).filter(Invitations.Held::isGood);
      if (held.isEmpty()) {
        knocks.note(tx, Knocks.What.NOT_GOOD, address);
        return new NotGood();
      }
      return held.get().channel().equals("letter") ? byLetter(tx, held.get(), typed, language, address) : sent(tx, held.get(), language, address);
    });
  }

  private Came byLetter(DSLContext tx, Invitations.Held held, String typed, Language language, String address) {
    if (knocks.guessed(tx, held.invited().debtor())) {
      return new TooMany();
    }
    if (!invitations.knows(tx, held, typed)) {
      knocks.note(tx, Knocks.What.CODE_WRONG, address, held.invited());
      return new Wrong();
    }
    return invitations.open(tx, held, clock.instant()) ? letIn(tx, held, language, address) : new NotGood();
  }

  private Came sent(DSLContext tx, Invitations.Held held, Language language, String address) {
    if (!knocks.mayBeSent(tx, held.invited().debtor()) || knocks.guessed(tx, held.invited().debtor())) {
      return new TooMany();
    }
    if (!invitations.open(tx, held, clock.instant())) {
      return new NotGood();
    }
    knocks.note(tx, Knocks.What.OPENED, address, held.invited());
    return code(tx, held, language, address);
  }

  private CodeSent code(DSLContext tx, Invitations.Held held, Language language, String address) {
    var made = codes.make(tx, held, language);
    knocks.note(tx, Knocks.What.CODE_SENT, address, held.invited());
    note(tx, held.invited(), "portal-code-sent", "A code for the portal was asked for by the link of a message and sent by " + held.channel().replace("email", "e-mail"), held.channel());
    var words = GuestWords.in(language);
    var text = words.say("mail.code", made.digits().substring(0, 3) + " " + made.digits().substring(3));
    later(new AtOnce.To(held.invited().creditor(), held.invited().debtor(), channel(held), language.code()), made.id(), words.say("mail.code.subject"), text);
    return new CodeSent(made.browser());
  }

  /**
   * Looks at a code that was typed.
   *
   * @param browser what the browser holds
   */
  Came show(String browser, String typed, String address) {
    return inTransaction(tx -> {
      if (knocks.tooMany(tx, address)) {
        return new TooMany();
      }
      var waiting = codes.of(tx, browser);
      if (waiting.isEmpty() || !waiting.get().isGood()) {
        return new NotGood();
      }
      var held = waiting.get().held();
      if (knocks.guessed(tx, held.invited().debtor())) {
        return new TooMany();
      }
      if (!codes.right(tx, waiting.get(), typed)) {
        knocks.note(tx, Knocks.What.CODE_WRONG, address, held.invited());
        return new Wrong();
      }
      return codes.end(tx, waiting.get()) ? letIn(tx, held, waiting.get().language(), address) : new NotGood();
    });
  }

  /** Another code for the browser that opened an invitation a while ago; the one before is good no longer. */
  Came again(String browser, String address) {
    return inTransaction(tx -> {
      var waiting = codes.of(tx, browser).filter(Codes.Waiting::mayAskAgain);
      if (waiting.isEmpty()) {
        return new NotGood();
      }
      var held = waiting.get().held();
      if (knocks.tooMany(tx, address) || !knocks.mayBeSent(tx, held.invited().debtor()) || knocks.guessed(tx, held.invited().debtor()) || !codes.end(tx, waiting.get())) {
        return new TooMany();
      }
      return code(tx, held, waiting.get().language(), address);
    });
  }

  /** Whether the browser may still type a code. */
  boolean waits(String browser) {
    return codes.of(dsl, browser).filter(one -> one.isGood() || one.mayAskAgain()).isPresent();
  }

  /**
   * A new link in place of one that was used or is too old goes to where the debtor is known to be. Of one that nobody was given
   * nothing follows, and the answer is the same.
   *
   * @return whether the address is still listened to
   */
  boolean ask(String token, Language language, String address) {
    return inTransaction(tx -> {
      if (knocks.tooMany(tx, address)) {
        return false;
      }
      knocks.note(tx, Knocks.What.LINK_ASKED, address);
      invitations.held(tx, token, clock.instant()).filter(held -> knocks.mayBeSent(tx, held.invited().debtor())).ifPresent(held -> another(tx, held, language, address));
      return true;
    });
  }

  private void another(DSLContext tx, Invitations.Held held, Language language, String address) {
    var channel = way(tx, held);
    if (channel.isEmpty()) {
      return;
    }
    var invited = held.invited();
    var words = GuestWords.in(language);
    invitations.another(tx, invited, channel.get().name().toLowerCase(Locale.ROOT), clock.instant()).ifPresent(invitation -> {
      knocks.note(tx, Knocks.What.LINK_SENT, address, invited);
      later(new AtOnce.To(invited.creditor(), invited.debtor(), channel.get(), language.code()), ids.next(), words.say("mail.link.subject"), words.say("mail.link", invitation.address()));
    });
  }

  /** That of the message, else the first by which the debtor can be reached at once. */
  private static Optional<Channel> way(DSLContext tx, Invitations.Held held) {
    var order = held.channel().equals("sms") ? List.of(Channel.SMS, Channel.EMAIL) : List.of(Channel.EMAIL, Channel.SMS);
    return order.stream().filter(channel -> Reach.is(tx, held.invited().debtor(), channel)).findFirst();
  }

  private LetIn letIn(DSLContext tx, Invitations.Held held, Language language, String address) {
    knocks.note(tx, Knocks.What.CODE_RIGHT, address, held.invited());
    var how = held.channel().equals("letter") ? "the code of a letter" : "a code that was sent by " + held.channel().replace("email", "e-mail");
    note(tx, held.invited(), "portal-opened", "The debtor is at the portal; shown was " + how, held.channel());
    return new LetIn(visits.begin(tx, held, language));
  }

  private void note(DSLContext tx, Invited invited, String kind, String summary, String channel) {
    var by = Recorded.by(Debtors.ACTOR, today.in(tx), clock.instant());
    cases.write(tx, List.of(cases.head(tx, invited.recovery())), kind, summary, Map.of("channel", channel, "message", invited.message().toString()), by);
  }

  private static Channel channel(Invitations.Held held) {
    return held.channel().equals("sms") ? Channel.SMS : Channel.EMAIL;
  }

  /** Nothing leaves for what is not committed. */
  private void later(AtOnce.To to, UUID id, String subject, String words) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        mail.send(to, id, subject, words);
      }
    });
  }

  private <T> T inTransaction(Function<DSLContext, T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.apply(dsl)));
  }
}
