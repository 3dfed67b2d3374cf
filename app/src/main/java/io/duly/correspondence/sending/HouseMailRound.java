package io.duly.correspondence.sending;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sends account managers what they are to be told. It goes to our own side: no contact with a debtor, no caps, no hours. */
@Component
public final class HouseMailRound {
  private static final Logger LOG = LoggerFactory.getLogger(HouseMailRound.class);

  private final Committed transactions;
  private final HouseMails mails;
  private final Senders senders;
  private final Ways ways;
  private final Clock clock;
  private final Optional<String> desk;

  HouseMailRound(Committed transactions, HouseMails mails, Senders senders, Ways ways, Clock clock, @Value("${duly.url:}") String address) {
    this.transactions = transactions;
    this.mails = mails;
    this.senders = senders;
    this.ways = ways;
    this.clock = clock;
    this.desk = Optional.of(address.strip()).filter(one -> !one.isEmpty()).map(one -> one.endsWith("/") ? one : one + "/");
  }

  /**
   * Sends whatever is due.
   *
   * @param enough once it is true, no further one is begun
   * @return how many left
   */
  public int round(AtomicBoolean enough) throws SQLException {
    int sent = 0;
    for (var name : transactions.run(tx -> mails.servers(tx, clock.instant()))) {
      var server = ways.mailServer(name);
      if (server.isPresent()) {
        sent += by(name, server.get(), enough);
      }
    }
    return sent;
  }

  private int by(String name, MailServer server, AtomicBoolean enough) throws SQLException {
    int sent = 0;
    for (var some = claimed(name); !some.isEmpty(); some = enough.get() ? List.of() : claimed(name)) {
      sent += hand(some, server);
    }
    return sent;
  }

  private List<HouseMail> claimed(String server) throws SQLException {
    return transactions.run(tx -> mails.claim(tx, server, clock.instant()));
  }

  private int hand(List<HouseMail> some, MailServer server) throws SQLException {
    try (var wire = SmtpWire.open(server)) {
      int sent = 0;
      for (var mail : some) {
        sent += hand(mail, wire) ? 1 : 0;
      }
      return sent;
    } catch (Unreachable unreachable) {
      var why = SmtpWire.line(unreachable.getMessage());
      LOG.warn("Account managers are told later: mail server '{}': {}", server.name(), why);
      transactions.run(tx -> {
        some.forEach(mail -> mails.later(tx, mail, why, clock.instant()));
        return 0;
      });
      return 0;
    }
  }

  private boolean hand(HouseMail mail, SmtpWire wire) throws SQLException {
    var sender = transactions.run(tx -> senders.of(tx, mail.creditor())).orElseThrow();
    var packed = MailPacking.pack(head(mail, sender), HouseMailWords.of(mail, sender.displayName(), desk));
    var outcome = wire.send(packed, sender.address());
    LOG.info("House mail {}: {}", mail.id(), outcome.getClass().getSimpleName());
    transactions.run(tx -> {
      switch (outcome) {
        case Outcome.Accepted accepted -> mails.sent(tx, mail, packed, accepted.answer(), clock.instant());
        case Outcome.Refused refused -> mails.givenUp(tx, mail, refused.answer(), clock.instant());
        // Told twice does no harm to one of us; not told may.
        case Outcome.NotYet notYet -> mails.later(tx, mail, notYet.answer(), clock.instant());
        case Outcome.Uncertain uncertain -> mails.later(tx, mail, uncertain.answer(), clock.instant());
      }
      return 0;
    });
    return outcome instanceof Outcome.Accepted;
  }

  private MailPacking.Head head(HouseMail mail, Senders.Sender sender) {
    var to = new Addressee(mail.recipientName().orElse(""), mail.recipient());
    var messageId = "<" + mail.id() + "@" + sender.domain().toLowerCase(Locale.ROOT) + ">";
    return new MailPacking.Head(sender, to, messageId, sender.replyTo(), Optional.empty(), mail.language(), clock.instant());
  }
}
