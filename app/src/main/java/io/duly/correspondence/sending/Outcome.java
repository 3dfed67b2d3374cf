package io.duly.correspondence.sending;

/** What came of handing a message over. Answers are the server's words in one line. */
sealed interface Outcome {
  String answer();

  /** The server has it. */
  record Accepted(String answer) implements Outcome {}

  /**
   * It will never take it.
   *
   * @param address it is the recipient's address that it does not know
   */
  record Refused(String answer, boolean address) implements Outcome {}

  /**
   * It has not left: a temporary refusal, or the talk broke off before its end.
   *
   * @param ofServer it is the server or our account with it, so that other messages would fare no better now
   */
  record NotYet(String answer, boolean ofServer) implements Outcome {}

  /** It was handed over to its last byte and nobody said that it arrived. */
  record Uncertain(String answer) implements Outcome {}
}
