package io.duly.identity;

/** The person's role only reads. */
public final class MayNotChange extends RuntimeException {
  MayNotChange(Person person) {
    super("The role " + person.role().code() + " reads and changes nothing.");
  }
}
