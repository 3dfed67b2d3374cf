package io.duly.doctor;

import java.util.Optional;

/**
 * What a check saw.
 *
 * @param check names it, in lower-case words joined by hyphens
 * @param invariant of the domain's list: {@code I3}
 * @param title what must hold, in a sentence
 * @param violations how often it does not
 * @param sample one of them, by number or id
 */
public record Finding(String check, String invariant, String title, long violations, Optional<String> sample) {

  public boolean isHealthy() {
    return violations == 0;
  }
}
