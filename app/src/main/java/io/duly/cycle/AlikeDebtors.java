package io.duly.cycle;

import io.duly.correspondence.KnownDebtor;
import io.duly.strategy.Channel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the rules about contacts said of debtors to whom nothing has happened yet: it is the same for all of one creditor, kind
 * and place, and is asked once for a whole run on a day. For several threads.
 */
final class AlikeDebtors {
  private final Map<Asked, ContactDays.Opening> openings = new ConcurrentHashMap<>();
  private final Map<KnownDebtor, String> callHours = new ConcurrentHashMap<>();

  private record Asked(KnownDebtor debtor, Channel channel) {}

  ContactDays.Opening opening(KnownDebtor debtor, Channel channel, Supplier<ContactDays.Opening> ask) {
    return openings.computeIfAbsent(new Asked(debtor, channel), _ -> ask.get());
  }

  String callHours(KnownDebtor debtor, Supplier<String> ask) {
    return callHours.computeIfAbsent(debtor, _ -> ask.get());
  }
}
