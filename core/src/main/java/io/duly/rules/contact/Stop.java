package io.duly.rules.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A wish not to be contacted, in force from the moment it was received until it is taken back.
 *
 * @param channels those meant; empty for all
 * @param place only what arrives there, where one was named
 * @param address only this number or address, where one was named
 */
public record Stop(
    Instant received, Set<Channel> channels, Optional<Place> place, Optional<String> address) {

  public Stop {
    channels = Set.copyOf(channels);
  }

  public static Stop everything(Instant received) {
    return new Stop(received, Set.of(), Optional.empty(), Optional.empty());
  }

  public static Stop by(Instant received, Channel channel) {
    return new Stop(received, Set.of(channel), Optional.empty(), Optional.empty());
  }

  boolean isTotal() {
    return channels.isEmpty() && place.isEmpty() && address.isEmpty();
  }

  /** An address that is not known could be the one that was meant. */
  boolean covers(Reach reach) {
    return (channels.isEmpty() || channels.contains(reach.channel()))
        && place.filter(where -> !reach.couldBeAt(where)).isEmpty()
        && (address.isEmpty() || reach.address().isEmpty() || address.equals(reach.address()));
  }
}
