package io.duly.intake.job;

import io.duly.parties.Creditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A folder into which other programs put files: what lies in it is whose its map says, what lies in a folder with the name
 * of a creditor is theirs. A file is taken by moving it below {@code working}, under the number of its job: only one server
 * can.
 */
final class InboxFolder {
  static final String WORKING = "working";
  static final String DONE = "done";
  static final String REFUSED = "refused";

  private static final Set<String> OURS = Set.of(WORKING, DONE, REFUSED);
  private static final int NUMBER = 36;

  private final Path root;

  InboxFolder(Path root) {
    this.root = root;
  }

  /**
   * A file that lies there.
   *
   * @param size in bytes, and {@code changed} when it was last written: a file of which both stay the same is complete
   */
  record Lying(Path path, Optional<Creditor> creditor, long size, long changed) {
    boolean isAs(Lying before) {
      return size == before.size && changed == before.changed;
    }
  }

  /** A file that a server took. */
  record Working(Path path, UUID job, String name) {}

  /** What lies there and is not on its way still by its name. */
  List<Lying> lying(List<Creditor> creditors) throws IOException {
    var lying = new ArrayList<Lying>(files(root, Optional.empty()));
    for (var creditor : creditors) {
      var folder = root.resolve(Spool.shown(creditor.name()));
      if (!OURS.contains(folder.getFileName().toString()) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        lying.addAll(files(folder, Optional.of(creditor)));
      }
    }
    return lying;
  }

  private static List<Lying> files(Path folder, Optional<Creditor> creditor) throws IOException {
    var files = new ArrayList<Lying>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, InboxFolder::isAFile)) {
      for (var path : all) {
        try {
          files.add(new Lying(path, creditor, Files.size(path), Files.getLastModifiedTime(path).toMillis()));
        } catch (NoSuchFileException _) {
          // Another server took it meanwhile.
        }
      }
    }
    return files;
  }

  /** No folder, no link to elsewhere, and none of the names that programs give to what they are still writing. */
  private static boolean isAFile(Path path) {
    var name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && !name.startsWith(".") && !name.startsWith("~") && !name.endsWith(".part") && !name.endsWith(".tmp") && !name.endsWith(".crdownload")
        && !name.endsWith("~");
  }

  /** Takes a file, so that nobody else does; empty where somebody did. */
  Optional<Working> take(Lying file, UUID job) throws IOException {
    var name = Spool.shown(String.valueOf(file.path().getFileName()));
    var folder = Files.createDirectories(root.resolve(WORKING));
    try {
      var path = Files.move(file.path(), folder.resolve(job + " " + cut(name)), StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(new Working(path, job, name));
    } catch (NoSuchFileException taken) {
      return Optional.empty();
    }
  }

  /** What was taken and has not been put away. */
  List<Working> working() throws IOException {
    var folder = root.resolve(WORKING);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.flatMap(path -> numbered(path).stream()).toList();
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  private static Optional<Working> numbered(Path path) {
    var name = String.valueOf(path.getFileName());
    return name.length() > NUMBER + 1 && name.substring(0, NUMBER).matches("[0-9a-f-]{36}")
        ? Optional.of(new Working(path, UUID.fromString(name.substring(0, NUMBER)), name.substring(NUMBER + 1)))
        : Optional.empty();
  }

  /** Puts a file away, with a text beside it that says what became of it. */
  void settle(Working file, boolean taken, String said) throws IOException {
    var folder = Files.createDirectories(root.resolve(taken ? DONE : REFUSED));
    var place = free(folder, file);
    Files.writeString(place.resolveSibling(place.getFileName() + ".txt"), said + "\n", StandardCharsets.UTF_8);
    Files.move(file.path(), place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Two files of one name are kept both. */
  private static Path free(Path folder, Working file) {
    var plain = folder.resolve(file.name());
    return Files.exists(plain) ? folder.resolve(file.job() + " " + file.name()) : plain;
  }

  /** File systems allow 255 bytes, which the number and the text beside it share. */
  private static String cut(String name) {
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > 200) {
      end--;
    }
    return name.substring(0, end);
  }
}
