package io.duly.correspondence.sending;

/** An open line to whoever takes messages. */
interface Wire extends AutoCloseable {

  /** Another message can be handed over by it. */
  boolean isAlive();

  /** Hands a message over; says whatever came of it. */
  Outcome send(Outgoing message);

  @Override
  void close();
}
