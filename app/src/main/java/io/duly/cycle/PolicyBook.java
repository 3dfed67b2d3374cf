package io.duly.cycle;

import io.duly.strategy.Policy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The policies that can be followed; of a name there may be several versions. */
public record PolicyBook(List<Policy> policies) {
  private static final Comparator<Policy> BY_BEGIN =
      Comparator.comparing(Policy::validFrom).thenComparingInt(Policy::version);

  public PolicyBook {
    policies = policies.stream().sorted(BY_BEGIN).toList();
  }

  /** The version that is valid on the day; before the first begins, the first. Empty where no policy has that name. */
  public Optional<Policy> inForce(String name, LocalDate day) {
    var versions = policies.stream().filter(policy -> policy.name().equals(name)).toList();
    var begun = versions.stream().filter(policy -> !policy.validFrom().isAfter(day)).reduce((_, later) -> later);
    return begun.or(() -> versions.stream().findFirst());
  }

  List<String> names() {
    return policies.stream().map(Policy::name).distinct().sorted().toList();
  }
}
