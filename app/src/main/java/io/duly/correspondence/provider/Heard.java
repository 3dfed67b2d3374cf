package io.duly.correspondence.provider;

import java.time.Duration;
import java.util.Optional;

/** What a provider said to a request, or did not. Words are the provider's, as they came. */
public sealed interface Heard {
  String words();

  /** @param id under which the provider knows it; empty where it does not say */
  record Taken(String words, Optional<String> id) implements Heard {}

  /** @param number it is the number or address that cannot be reached */
  record Refused(String words, boolean number) implements Heard {}

  /**
   * It did not take it, and may later.
   *
   * @param ofProvider others would fare no better now
   * @param rest how long it wants to be left alone; zero where it does not say
   */
  record Later(String words, boolean ofProvider, Duration rest) implements Heard {}

  /**
   * It has the whole request, and did not say that it took it.
   *
   * @param ofProvider others would fare no better now
   */
  record Silence(String words, boolean ofProvider) implements Heard {}
}
