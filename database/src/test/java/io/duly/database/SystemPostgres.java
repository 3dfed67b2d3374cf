package io.duly.database;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server of the system's own PostgreSQL, in a directory of the test. */
record SystemPostgres(Path programs, Path data, int port) {

  static Optional<SystemPostgres> startBelow(Path home) throws Exception {
    var programs = newestPrograms();
    if (programs.isEmpty()) {
      return Optional.empty();
    }
    var data = home.resolve("system-data");
    ServerUser.ofThisProcess().own(Files.createDirectories(data));
    run(programs.get(), "initdb", "-D", data.toString(), "-U", "postgres", "--auth", "trust", "-E", "UTF8", "--no-sync");
    var server = new SystemPostgres(programs.get(), data, freePort());
    server.start();
    return Optional.of(server);
  }

  Login login(String user, String database) {
    return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, "");
  }

  /** The address of a new database of the user. */
  String url(String user, String database) throws Exception {
    EmbeddedPostgresTest.ask(login("postgres", "postgres"), "create database " + database + " owner " + user);
    return "postgresql://" + user + "@127.0.0.1:" + port + "/" + database;
  }

  void stop() throws Exception {
    run(programs, "pg_ctl", "-D", data.toString(), "stop", "-m", "fast", "-w");
  }

  private void start() throws Exception {
    var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off";
    run(programs, "pg_ctl", "-D", data.toString(), "-o", options, "-l", data.resolve("log").toString(), "start", "-w");
  }

  private static Optional<Path> newestPrograms() throws IOException {
    var root = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (var versions = Files.list(root)) {
      return versions.map(version -> version.resolve("bin")).filter(bin -> Files.exists(bin.resolve("initdb"))).max(Path::compareTo);
    }
  }

  private static void run(Path programs, String program, String... arguments) throws Exception {
    var words = new java.util.ArrayList<>(List.of(programs.resolve(program).toString()));
    words.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(ServerUser.ofThisProcess().command(words))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(program + " ended with " + process.exitValue());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
