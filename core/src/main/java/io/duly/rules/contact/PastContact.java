package io.duly.rules.contact;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One line of the contact ledger.
 *
 * @param outgoing false where the debtor began it
 * @param debts what it was about, by the ids of the cases; empty where that is not known, and then
 *     it counts for each
 * @param connected false where the call did not go through or the number was somebody else's: caps of
 *     the law do not count it
 */
public record PastContact(
    Instant at,
    boolean outgoing,
    Channel channel,
    ContactKind kind,
    Set<UUID> debts,
    boolean connected) {

  public PastContact {
    debts = Set.copyOf(debts);
  }

  public static PastContact outgoing(Instant at, Channel channel, ContactKind kind, UUID... debts) {
    return new PastContact(at, true, channel, kind, Set.of(debts), true);
  }

  public static PastContact incoming(Instant at, Channel channel, ContactKind kind, UUID... debts) {
    return new PastContact(at, false, channel, kind, Set.of(debts), true);
  }

  boolean isAbout(Set<UUID> asked) {
    return debts.isEmpty() || asked.isEmpty() || asked.stream().anyMatch(debts::contains);
  }
}
