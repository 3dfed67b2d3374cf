package io.duly.correspondence.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that leaves exactly as it was archived. */
final class ArchivedMessage extends SMTPMessage {
  private final byte[] bytes;

  ArchivedMessage(Session session, byte[] bytes, String from) throws MessagingException {
    super(session, new ByteArrayInputStream(bytes));
    this.bytes = bytes;
    setEnvelopeFrom(from);
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException {
    out.write(bytes);
  }
}
