package io.duly.correspondence.sending;

import java.util.Optional;
import java.util.function.Supplier;

/** Where a message would go, by its way. */
sealed interface Addressed {

  /**
   * There.
   *
   * @param reach the address or number, where the rules of contact know such
   * @param from whom it comes
   * @param pack writes what leaves
   */
  record There(Optional<String> reach, String from, Supplier<Packed> pack) implements Addressed {}

  /** Nowhere: a person has to find an address. */
  record Nowhere(String why) implements Addressed {}

  /** Something about it has to be changed first; until then it waits. */
  record NotSo(String why) implements Addressed {}
}
