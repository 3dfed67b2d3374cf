package io.duly.correspondence.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A talk with a mail server that knows whether the end of a message was said, from when on the server may have it, and what
 * was answered to that, whatever happens to the line afterwards.
 */
final class SmtpTalk extends SMTPTransport {
  private static final String END = ".";

  private boolean endSaid;
  private int answered;
  private String words = "";

  SmtpTalk(Session session, String protocol, boolean tls) {
    super(session, new URLName(protocol, null, -1, null, null, null), protocol, tls);
  }

  @Override
  protected void sendCommand(String command) throws MessagingException {
    endSaid |= command.equals(END);
    super.sendCommand(command);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (endSaid && answered == 0) {
      answered = code;
      words = String.valueOf(getLastServerResponse());
    }
    return code;
  }

  void beginMessage() {
    endSaid = false;
    answered = 0;
  }

  boolean endWasSaid() {
    return endSaid;
  }

  /** The code of the answer to the end of the message; empty where there was none. */
  OptionalInt answerToEnd() {
    return answered >= 200 ? OptionalInt.of(answered) : OptionalInt.empty();
  }

  String wordsToEnd() {
    return words;
  }
}
