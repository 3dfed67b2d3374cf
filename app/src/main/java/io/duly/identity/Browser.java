package io.duly.identity;

import java.util.List;

/**
 * A browser as people name it, read from what it says of itself. For recognising one's own, nothing else: it may say what
 * it likes.
 *
 * @param name such as {@code Firefox}; empty where it is none that is known
 * @param system such as {@code Windows}; empty likewise
 */
public record Browser(String name, String system) {
  private record Sign(String said, String name) {}

  /** The first that is found: many say the names of others too. */
  private static final List<Sign> NAMES =
      List.of(
          new Sign("Edg", "Edge"), new Sign("OPR/", "Opera"), new Sign("Firefox/", "Firefox"), new Sign("FxiOS/", "Firefox"),
          new Sign("CriOS/", "Chrome"), new Sign("Chrome/", "Chrome"), new Sign("Safari/", "Safari"), new Sign("curl/", "curl"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("Android", "Android"), new Sign("iPhone", "iPhone"), new Sign("iPad", "iPad"), new Sign("Windows", "Windows"),
          new Sign("Mac OS X", "macOS"), new Sign("CrOS", "ChromeOS"), new Sign("Linux", "Linux"));

  static Browser named(String agent) {
    return new Browser(first(NAMES, agent), first(SYSTEMS, agent));
  }

  private static String first(List<Sign> signs, String agent) {
    return signs.stream().filter(sign -> agent.contains(sign.said())).map(Sign::name).findFirst().orElse("");
  }
}
