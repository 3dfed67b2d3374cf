package io.duly.correspondence.sending;

import java.util.Optional;

/** The line to a server for the length of a round, opened anew where it broke. */
final class Line implements AutoCloseable {
  private final MailServer server;
  private Optional<SmtpWire> wire = Optional.empty();

  Line(MailServer server) {
    this.server = server;
  }

  SmtpWire ready() throws SmtpWire.Unreachable {
    if (wire.isEmpty() || !wire.get().isAlive()) {
      close();
      wire = Optional.of(SmtpWire.open(server));
    }
    return wire.get();
  }

  @Override
  public void close() {
    wire.ifPresent(SmtpWire::close);
    wire = Optional.empty();
  }
}
