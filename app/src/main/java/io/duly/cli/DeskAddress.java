package io.duly.cli;

import java.util.Optional;
import org.springframework.core.env.Environment;

/** Where people reach the desk: {@code DULY_URL}, or this machine. */
final class DeskAddress {
  private static final String HERE = "http://127.0.0.1:8080/";

  private DeskAddress() {}

  /** Ends in a slash. */
  static String of(Facades application) {
    return said(application).orElse(HERE);
  }

  /** The same, where the desk is served from this process. */
  static String of(DeskServer server) {
    return said(server).orElse(server.url());
  }

  private static Optional<String> said(Facades application) {
    return Optional.ofNullable(application.the(Environment.class).getProperty("duly.url"))
        .filter(text -> !text.isBlank())
        .map(text -> text.endsWith("/") ? text : text + "/");
  }
}
