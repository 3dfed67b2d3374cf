package io.duly.strategy;

import java.util.Optional;

/** By which channels the steps of a policy reach the debtor. */
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

  /** Whether any message or call of the policy does. */
  static boolean reachingAny(Standing standing) {
    for (Step step : standing.policy().steps()) {
      boolean reaches =
          switch (step.act()) {
            case Act.Message message -> reaching(message, standing).isPresent();
            case Act.Call _ -> standing.reaches(Channel.CALL);
            case Act.Place _, Act.WriteOff _ -> false;
          };
      if (reaches) {
        return true;
      }
    }
    return false;
  }
}
