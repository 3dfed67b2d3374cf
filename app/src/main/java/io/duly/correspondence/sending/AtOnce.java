package io.duly.correspondence.sending;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.strategy.Channel;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends a debtor at once what they have asked for a moment ago, such as a code: to an address or number that is known, never to one
 * that was typed. It was asked for, so it is no contact of the day and waits for no hour; whoever calls this bounds how often. The
 * words are kept nowhere.
 */
@Component
public final class AtOnce {
  private static final Logger LOG = LoggerFactory.getLogger(AtOnce.class);

  private final Committed transactions;
  private final Senders senders;
  private final Ways ways;
  private final InstantSource clock;

  AtOnce(Committed transactions, Senders senders, Ways ways, InstantSource clock) {
    this.transactions = transactions;
    this.senders = senders;
    this.ways = ways;
    this.clock = clock;
  }

  /**
   * Whom, and by which way.
   *
   * @param channel e-mail or SMS
   * @param language ISO 639-1
   */
  public record To(CreditorId creditor, DebtorId debtor, Channel channel, String language) {}

  private record Ready(Senders.Sender sender, Addressee to) {}

  /**
   * Sends it.
   *
   * @param id by which the other side knows it
   * @param subject one line; of an SMS left out
   * @return whether a server or provider took it
   */
  public boolean send(To to, UUID id, String subject, String words) {
    try {
      var ready = transactions.run(tx -> senders.of(tx, to.creditor()).flatMap(sender ->
          (to.channel() == Channel.SMS ? Addressees.bySms(tx, to.debtor()) : Addressees.byEmail(tx, to.debtor())).map(known -> new Ready(sender, known))));
      var outcome = ready.map(one -> to.channel() == Channel.SMS ? text(one, id, words) : mail(one, to, id, subject, words))
          .orElseGet(() -> new Outcome.NotYet("there is no sender, or no address on file", false));
      LOG.info("Sent at once {}: {}", id, outcome.getClass().getSimpleName());
      return outcome instanceof Outcome.Accepted;
    } catch (SQLException | WrongConfiguration failed) {
      LOG.warn("Sent at once {}: not at all, {}", id, failed.getClass().getSimpleName());
      return false;
    }
  }

  private Outcome mail(Ready ready, To to, UUID id, String subject, String words) {
    var sender = ready.sender();
    var server = ways.mailServer(sender.server());
    if (server.isEmpty()) {
      return new Outcome.NotYet("no mail server is configured", true);
    }
    var messageId = "<" + id + "@" + sender.domain().toLowerCase(Locale.ROOT) + ">";
    var head = new MailPacking.Head(sender, ready.to(), messageId, sender.replyTo(), Optional.empty(), to.language(), clock.instant());
    try (var wire = SmtpWire.open(server.get())) {
      return wire.send(MailPacking.pack(head, new ComposedText(subject, words, Optional.empty())), sender.address());
    } catch (Unreachable unreachable) {
      return new Outcome.NotYet(SmtpWire.line(unreachable.getMessage()), true);
    }
  }

  private Outcome text(Ready ready, UUID id, String words) {
    var from = ready.sender().ways().smsFrom();
    var way = ready.sender().ways().smsProvider().flatMap(name -> ways.named("sms", name));
    if (from.isEmpty() || !(way.orElse(null) instanceof Way.Sms(var provider))) {
      return new Outcome.NotYet("no SMS provider is configured", true);
    }
    var to = ready.to().address();
    var packed = new Packed(
        "sms", "sms:" + id, to, "text/plain", id + ".txt", words.getBytes(StandardCharsets.UTF_8), words, Map.of("to", to, "digits", to.substring(1), "text", words));
    try (var wire = HttpWire.open(provider)) {
      return wire.send(packed, from.get());
    } catch (Unreachable unreachable) {
      return new Outcome.NotYet(SmtpWire.line(unreachable.getMessage()), true);
    }
  }
}
