package io.duly.strategy;

import java.util.Optional;

/** By which of its channels a message reaches the debtor. */
final class Channels {
  private Channels() {}

  /** The first channel in the step's order for which there is an address and no refusal. */
  static Optional<Channel> reaching(Act.Message message, Standing standing) {
    for (Channel channel : message.channels()) {
      if (standing.reaches(channel)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}
