package io.duly.correspondence.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider's requests and answers look like. Words such as <code>{to}</code> in fields and headers stand for what
 * differs from message to message.
 *
 * @param service what it delivers
 * @param about a line for people
 * @param headers beside those that every request has
 * @param fields a tree of maps, lists and words for {@link Body#JSON}; one level of words otherwise
 * @param receipts what it says later of what became of a message; empty where it says nothing
 */
record Shape(Service service, String about, Body body, SignIn signIn, Map<String, String> headers, Map<String, Object> fields, Reading reading, Optional<Receipts> receipts) {

  enum Body {
    FORM,
    JSON,
    MULTIPART
  }

  /** How we say who we are. Secrets come from the environment, never from a shape. */
  sealed interface SignIn {
    record Nobody() implements SignIn {}

    record Basic() implements SignIn {}

    /** @param prefix before the token, with its blank */
    record Token(String header, String prefix) implements SignIn {}
  }

  /**
   * Where things stand in the answer, as JSON pointers (RFC 6901).
   *
   * @param accepted what must stand where for a 2xx to mean that it was taken; empty: a 2xx always does
   * @param id under which the provider knows it
   * @param error in words
   * @param code of the error
   * @param noSuchNumber codes that say that the number or address cannot be reached, ever
   * @param later codes that say that it may be tried again
   */
  record Reading(
      Optional<Accepted> accepted, Optional<String> id, Optional<String> error, Optional<String> code, List<String> noSuchNumber, List<String> later) {
    Reading {
      noSuchNumber = List.copyOf(noSuchNumber);
      later = List.copyOf(later);
    }
  }

  /**
   * Where things stand in a delivery receipt, as JSON pointers; of a form {@code /Name} is the field.
   *
   * @param each the list of receipts, where they come in one
   * @param key our own; at least one of this and {@code id} is there
   * @param id the provider's
   * @param delivered statuses that say that the telephone has it; others than these and {@code failed} say nothing
   * @param noSuchNumber statuses, or codes beside those of the answer, that say that the number cannot be reached, ever
   */
  record Receipts(
      Optional<String> each, Optional<String> key, Optional<String> id, String status, List<String> delivered, List<String> failed,
      Optional<String> code, Optional<String> error, List<String> noSuchNumber) {
    Receipts {
      delivered = List.copyOf(delivered);
      failed = List.copyOf(failed);
      noSuchNumber = List.copyOf(noSuchNumber);
    }
  }

  record Accepted(String at, List<String> is) {
    Accepted {
      is = List.copyOf(is);
    }
  }
}
