package io.duly.strategy;

import java.util.Optional;

/** One rule of the decision: it decides, or leaves the case to the next one. */
@FunctionalInterface
interface Rule {
  Optional<Decision> decide(Standing standing);
}
