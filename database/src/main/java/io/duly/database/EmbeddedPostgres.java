package io.duly.database;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL that comes with Duly: a data directory that stays, default durability (fsync on), data checksums, SCRAM
 * passwords, loopback only. The first process that needs it starts it, others join, the last one to leave stops it; a
 * server left behind by a killed process is adopted.
 *
 * <p>Under {@code home}: {@code bin/}, {@code data/}, {@code log}, {@code secrets/}.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Path home;
  private final Path programs;
  private final ServerUser user;
  private final Secrets secrets;
  private final Map<String, String> settings;
  private final UseCount uses;
  private int port;

  private EmbeddedPostgres(Path home, Map<String, String> settings) throws IOException, InterruptedException {
    this.home = Files.createDirectories(home.toAbsolutePath());
    this.settings = settings;
    this.programs = Binaries.unpackedBelow(this.home);
    this.user = ServerUser.ofThisProcess();
    this.secrets = new Secrets(this.home.resolve("secrets"));
    this.uses = UseCount.join(this.home, this::startOrJoin);
  }

  /**
   * Starts or joins the server of {@code home}.
   *
   * @param settings server settings beside the defaults; only the process that starts the server can set them
   * @throws DatabaseUnavailable with what to do about it
   */
  public static EmbeddedPostgres at(Path home, Map<String, String> settings) {
    try {
      return new EmbeddedPostgres(home, settings);
    } catch (IOException e) {
      throw new DatabaseUnavailable("The embedded PostgreSQL in " + home + " cannot start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("Interrupted while the embedded PostgreSQL started", e);
    }
  }

  /** How its owner reaches a database of it. */
  public Login owner(String database) {
    return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, secrets.of(SUPERUSER));
  }

  /** How a role of lesser rights reaches a database of it. */
  public Login as(String role, String database) {
    return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, secrets.of(role));
  }

  private void startOrJoin() throws IOException, InterruptedException {
    var data = home.resolve("data");
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(data);
    }
    var pidFile = new PidFile(data.resolve("postmaster.pid"));
    var running = pidFile.readyPort();
    port = running.isPresent() ? running.getAsInt() : start(data, pidFile);
  }

  private int start(Path data, PidFile pidFile) throws IOException, InterruptedException {
    var log = home.resolve("log").toFile();
    var process =
        new ProcessBuilder(user.detached(serverCommand(data, freePort())))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    var ready = pidFile.readyPort();
    while (ready.isEmpty()) {
      if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
        throw new IOException("the server ended with code " + process.exitValue() + "; its log is " + log);
      }
      if (System.nanoTime() > limit) {
        throw new IOException("the server was not ready after " + START_LIMIT.toSeconds() + " s; its log is " + log);
      }
      ready = pidFile.readyPort();
    }
    return ready.getAsInt();
  }

  private List<String> serverCommand(Path data, int freePort) {
    var all = new LinkedHashMap<String, String>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("port", Integer.toString(freePort));
    all.put("unix_socket_directories", "");
    all.put("max_connections", "100");
    all.put("timezone", "UTC");
    all.put("shared_buffers", "512MB");
    all.put("max_wal_size", "4GB");
    all.put("work_mem", "64MB");
    all.put("maintenance_work_mem", "256MB");
    all.putAll(settings);
    var words = new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString()));
    all.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
    return words;
  }

  private void initialise(Path data) throws IOException, InterruptedException {
    user.own(Files.createDirectories(data));
    var privately = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var passwordFile = Files.createTempFile("duly", null, privately);
    try {
      Files.writeString(passwordFile, secrets.of(SUPERUSER));
      user.own(passwordFile);
      run("bin/initdb", "-D", data.toString(), "-U", SUPERUSER, "--pwfile", passwordFile.toString(),
          "--auth", "scram-sha-256", "-E", "UTF8", "--no-locale", "--locale-provider", "builtin",
          "--builtin-locale", "C.UTF-8", "--data-checksums");
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of(programs.resolve(program).toString()));
    words.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(user.command(words)).directory(home.toFile()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(program + " failed: " + output);
    }
  }

  /** Leaves the server; stops it where nobody else uses it. */
  @Override
  public void close() {
    try (uses) {
      uses.leave(
          () -> run("bin/pg_ctl", "-D", home.resolve("data").toString(), "stop", "-m", "fast", "-w", "-t", "60"));
    } catch (IOException e) {
      throw new DatabaseUnavailable("The embedded PostgreSQL in " + home + " could not be stopped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
