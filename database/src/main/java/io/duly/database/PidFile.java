package io.duly.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** What the server itself writes about itself: {@code postmaster.pid} in its data directory. */
record PidFile(Path file) {
  private static final int PID = 0;
  private static final int PORT = 3;
  private static final int STATUS = 7;

  /** The port of a server that runs on this data directory and takes connections, also one that a killed process left. */
  OptionalInt readyPort() throws IOException {
    var lines = lines();
    return lines.size() > STATUS && lines.get(STATUS).equals("ready") && isServer(lines.get(PID))
        ? OptionalInt.of(Integer.parseInt(lines.get(PORT)))
        : OptionalInt.empty();
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(file).stream().map(String::strip).toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private static boolean isServer(String pid) {
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .filter(command -> command.contains("postgres"))
        .isPresent();
  }
}
