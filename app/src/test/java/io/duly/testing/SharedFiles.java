package io.duly.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of others that a checkout may have beside it; tests that need them say that they skipped where they are not. */
public final class SharedFiles {
  private SharedFiles() {}

  public static Optional<Path> find(String name) {
    return Stream.concat(
            Optional.ofNullable(System.getenv("DULY_SHARED")).map(Path::of).stream(),
            Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent).map(folder -> folder.resolve("shared")))
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .findFirst();
  }
}
