package io.duly.correspondence.sending;

/** How a message is handed over. */
sealed interface Way {

  record Mail(MailServer server) implements Way {}

  /** Into a batch of letters for whoever prints them. */
  record Print() implements Way {}
}
