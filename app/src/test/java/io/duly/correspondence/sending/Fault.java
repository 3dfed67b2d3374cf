package io.duly.correspondence.sending;

/** What can go wrong in the talk about one message. */
enum Fault {
  NONE("", ""),
  DROP_AT_SENDER("MAIL", ""),
  DEFER_SENDER("MAIL", "451 4.3.0 try again later"),
  REFUSE_SENDER("MAIL", "550 5.7.1 sender not allowed"),
  DROP_AT_RECIPIENT("RCPT", ""),
  DEFER_RECIPIENT("RCPT", "450 4.2.0 greylisted"),
  REFUSE_RECIPIENT("RCPT", "550 5.1.1 no such user"),
  REFUSE_RELAYING("RCPT", "554 5.7.1 relay access denied"),
  DROP_AT_DATA("DATA", ""),
  DEFER_DATA("DATA", "452 4.3.1 no room"),
  DROP_IN_TEXT("text", ""),
  DEFER_TEXT("text", "451 4.7.0 cannot be scanned now"),
  REFUSE_TEXT("text", "554 5.6.0 not wanted"),
  /** Arrives nowhere, and nobody says so. */
  DROP_BEFORE_KEEPING("text", ""),
  /** Arrives, and nobody says so. */
  DROP_AFTER_KEEPING("text", ""),
  STALL_AFTER_KEEPING("text", "");

  private final String at;
  private final String words;

  Fault(String at, String words) {
    this.at = at;
    this.words = words;
  }

  /** The command at which it happens. */
  String at() {
    return at;
  }

  /** What is answered; nothing where the line is dropped. */
  String words() {
    return words;
  }
}
