package io.duly.cycle;

import io.duly.correspondence.template.Bearing;
import io.duly.correspondence.template.Kind;
import io.duly.strategy.InvalidPolicy;
import io.duly.strategy.Policies;
import io.duly.strategy.Policy;
import io.duly.strategy.PolicyReader;
import io.duly.wording.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The policies that can be followed: those that ship, and the files {@code policies/*.yaml} below Duly's home. A file of
 * the same name and version as a shipped policy takes its place; another version stands beside it.
 */
@Component
public final class PolicyShelf {
  private final Path folder;

  PolicyShelf(@Value("${duly.home}") Path home) {
    this.folder = home.resolve("policies");
  }

  /**
   * All of them as they are now.
   *
   * @throws UnreadablePolicy with the file and every problem in it
   */
  public PolicyBook read() {
    var policies = new ArrayList<>(Policies.all());
    for (var file : files()) {
      var policy = read(file);
      policies.removeIf(other -> other.name().equals(policy.name()) && other.version() == policy.version());
      policies.add(policy);
    }
    return new PolicyBook(policies);
  }

  /** What a message of a kind may announce because the policy that is in force on a day foresees it; nothing where there is none of that name. */
  public Set<Claim> claims(String policy, Kind kind, LocalDate day) {
    return read().inForce(policy, day).map(one -> Bearing.of(one, kind)).orElseGet(Set::of);
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The policies in " + folder + " cannot be listed", e);
    }
  }

  private static Policy read(Path file) {
    try {
      return PolicyReader.read(Files.readString(file));
    } catch (InvalidPolicy | IOException unusable) {
      throw new UnreadablePolicy(file, unusable);
    }
  }
}
