package io.duly.rules.contact;

import java.util.Optional;

/**
 * Where exactly a contact would arrive.
 *
 * @param address the number or address itself, where it is known; only compared, never shown
 */
public record Reach(Channel channel, Place place, Optional<String> address) {

  /** By a channel, wherever that may be. */
  public static Reach by(Channel channel) {
    return new Reach(channel, Place.UNKNOWN, Optional.empty());
  }

  public Reach at(Place where) {
    return new Reach(channel, where, address);
  }

  public Reach to(String exactly) {
    return new Reach(channel, place, Optional.of(exactly));
  }

  /** A call, letter or visit may end up in any place that is not ruled out; mail and texts travel. */
  boolean couldBeAt(Place where) {
    return place == where || (place == Place.UNKNOWN && channel.standsSomewhere());
  }
}
