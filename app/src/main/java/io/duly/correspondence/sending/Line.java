package io.duly.correspondence.sending;

import java.util.Optional;

/** The line to a server for the length of a round, opened anew where it broke. */
final class Line implements AutoCloseable {
  private final Way way;
  private Optional<Wire> wire = Optional.empty();

  Line(Way way) {
    this.way = way;
  }

  Wire ready() throws Unreachable {
    if (wire.isEmpty() || !wire.get().isAlive()) {
      close();
      wire = Optional.of(way.open());
    }
    return wire.get();
  }

  @Override
  public void close() {
    wire.ifPresent(Wire::close);
    wire = Optional.empty();
  }
}
