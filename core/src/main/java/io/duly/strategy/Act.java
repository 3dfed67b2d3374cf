package io.duly.strategy;

import java.util.List;

/** What a step of a policy does. */
public sealed interface Act {

  /**
   * A message is drafted.
   *
   * @param channels in the order of preference; the first that reaches the debtor is taken; never a
   *     call
   * @param stage in which the case is once the message is drafted
   */
  record Message(List<Channel> channels, Tone tone, String template, Stage stage) implements Act {
    public Message {
      channels = List.copyOf(channels);
      if (channels.isEmpty() || channels.contains(Channel.CALL)) {
        throw new IllegalArgumentException(
            "A message goes by email, sms or letter, not by " + channels);
      }
    }
  }

  /** A person is asked to call. */
  record Call(String template, Stage stage) implements Act {}

  /** Placement with an agency is proposed (P36). */
  record Place() implements Act {}

  /** A write-off is proposed for approval (P39). */
  record WriteOff() implements Act {}
}
