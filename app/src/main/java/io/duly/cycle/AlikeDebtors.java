package io.duly.cycle;

import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.GivenDebtor;
import io.duly.correspondence.KnownDebtor;
import io.duly.strategy.Channel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Debtors to whom nothing has happened yet: what the rules about contacts say is the same for all of one creditor, kind and
 * place, and is asked once for a whole run on a day. For several threads.
 */
final class AlikeDebtors {
  private final ContactPermission permission;
  private final Map<GivenDebtor, Alike> all = new ConcurrentHashMap<>();

  AlikeDebtors(ContactPermission permission) {
    this.permission = permission;
  }

  Alike to(GivenDebtor given) {
    return all.computeIfAbsent(given, each -> new Alike(permission.known(each)));
  }

  /** Some of them, and what was said of them. */
  static final class Alike {
    private final KnownDebtor known;
    private final Map<Channel, ContactDays.Opening> openings = new ConcurrentHashMap<>();
    private final Map<KnownDebtor, String> callHours = new ConcurrentHashMap<>(1);

    private Alike(KnownDebtor known) {
      this.known = known;
    }

    ContactDays.Opening opening(Channel channel, Function<KnownDebtor, ContactDays.Opening> ask) {
      return openings.computeIfAbsent(channel, _ -> ask.apply(known));
    }

    String callHours(Function<KnownDebtor, String> ask) {
      return callHours.computeIfAbsent(known, ask);
    }
  }
}
