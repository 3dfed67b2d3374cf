package io.duly.cycle;

import io.duly.strategy.CaseSnapshot;
import io.duly.strategy.Channel;
import io.duly.strategy.Decider;
import io.duly.strategy.Decision;
import io.duly.strategy.Policy;
import io.duly.strategy.Reason;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Decides an account as the rules about contacts allow (P13): a day without an hour for the contact makes it wait for the
 * next that has one, and a channel that never is allowed is left for another. Pure.
 */
record ByTheRules(Account account, Policy policy, LocalDate day, ContactDays contactDays) {

  Decision decide(CaseSnapshot snapshot) {
    var decision = Decider.decide(snapshot, policy, day);
    var channel = channel(decision);
    return channel.isPresent() && contactDays.knows(account) ? allowed(snapshot, decision, channel.get()) : decision;
  }

  private Decision allowed(CaseSnapshot snapshot, Decision decision, Channel channel) {
    return switch (contactDays.opening(account, channel)) {
      case ContactDays.Today _ -> channel == Channel.CALL ? decision.saying(contactDays.callHours(account)) : decision;
      case ContactDays.Later(var from, var _) when isKnown(snapshot, from) -> decision;
      case ContactDays.Later(var from, var because) ->
          decide(snapshot.closed(new CaseSnapshot.Closed(from, because.basis().id(), because.why())));
      case ContactDays.Never(var _) when !snapshot.debtor().reachable().contains(channel) -> decision;
      case ContactDays.Never(var because) -> {
        var text = "not by " + word(channel) + ": " + because.basis().id() + ": " + because.why();
        yield decide(snapshot.without(channel)).because(new Reason("P13", text));
      }
    };
  }

  /** Then what is decided is for that day already, as the call about a promise is: it would be decided for ever. */
  private static boolean isKnown(CaseSnapshot snapshot, LocalDate from) {
    return snapshot.contacts().closed().filter(closed -> !closed.until().isBefore(from)).isPresent();
  }

  /** The way by which somebody would be reached. */
  private static Optional<Channel> channel(Decision decision) {
    return switch (decision.action()) {
      case Decision.Send send -> Optional.of(send.channel());
      case Decision.Ask ask when ask.kind() == TaskKind.CALL -> Optional.of(Channel.CALL);
      case Decision.Ask _, Decision.Wait _, Decision.Close _, Decision.None _ -> Optional.empty();
    };
  }

  private static String word(Channel channel) {
    return switch (channel) {
      case EMAIL -> "e-mail";
      case SMS -> "text message";
      case LETTER -> "letter";
      case CALL -> "call";
    };
  }
}
