package io.duly.cycle;

import java.nio.file.Path;

/** A policy file cannot be followed; the message names it and lists its problems. */
public final class UnreadablePolicy extends RuntimeException {
  UnreadablePolicy(Path file, Exception cause) {
    super("The policy in " + file + " cannot be followed; mend it or take it away. " + cause.getMessage(), cause);
  }
}
