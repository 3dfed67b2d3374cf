package io.duly.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom the server's programs run. PostgreSQL refuses root, so a process of root runs them in a user namespace of
 * their own, or, where the system forbids those, as {@code nobody}.
 *
 * @param prefix words put before each command
 */
record ServerUser(List<String> prefix) {
  private static final String UNPRIVILEGED = "nobody";
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  static ServerUser ofThisProcess() throws IOException, InterruptedException {
    if (!isRoot()) {
      return new ServerUser(List.of());
    }
    var namespace = List.of("unshare", "--user");
    if (works(namespace)) {
      return new ServerUser(namespace);
    }
    return new ServerUser(
        List.of("setpriv", "--reuid", UNPRIVILEGED, "--regid", groupOfUnprivileged(), "--clear-groups", "--"));
  }

  List<String> command(List<String> words) {
    var all = new ArrayList<>(prefix);
    all.addAll(words);
    return all;
  }

  /** A command whose process stands in a session of its own, so that Ctrl-C in our terminal does not reach it. */
  List<String> detached(List<String> words) {
    var all = new ArrayList<String>();
    if (Files.isExecutable(SETSID)) {
      all.add(SETSID.toString());
    }
    all.addAll(command(words));
    return all;
  }

  /** Lets the server's user own what it must write, where that user is another than ours. */
  void own(Path path) throws IOException {
    if (!prefix.isEmpty() && prefix.getFirst().equals("setpriv")) {
      var users = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, users.lookupPrincipalByName(UNPRIVILEGED));
    }
  }

  private static boolean isRoot() throws IOException {
    var self = Path.of("/proc/self");
    return Files.exists(self)
        ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid", LinkOption.NOFOLLOW_LINKS))
        : "root".equals(System.getProperty("user.name"));
  }

  private static boolean works(List<String> prefix) throws InterruptedException {
    try {
      var words = new ArrayList<>(prefix);
      words.add("true");
      var process = new ProcessBuilder(words).redirectErrorStream(true).start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static String groupOfUnprivileged() throws IOException, InterruptedException {
    var process = new ProcessBuilder("id", "-g", UNPRIVILEGED).start();
    var group = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    process.waitFor();
    return group;
  }
}
