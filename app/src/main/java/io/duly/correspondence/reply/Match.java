package io.duly.correspondence.reply;

import java.util.List;

/** Whether it is known whose a message is. */
sealed interface Match {

  /**
   * It is.
   *
   * @param by {@code message_id}, {@code token}, {@code sender} or {@code person}
   * @param senderKnown whether it says to be from an address of that debtor
   */
  record Found(Whose whose, List<String> by, boolean senderKnown) implements Match {}

  /** A person has to say. */
  record Unknown(String why) implements Match {}
}
