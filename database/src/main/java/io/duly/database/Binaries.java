package io.duly.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive that the build put on the class path for its platform. */
final class Binaries {
  private Binaries() {}

  /** The directory that holds {@code bin/postgres}; several processes may unpack at once. */
  static Path unpackedBelow(Path home) throws IOException {
    var archive = archive();
    var target = home.resolve("bin").resolve(Long.toHexString(archive.openConnection().getContentLengthLong()));
    if (!Files.isDirectory(target)) {
      var shared = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
      var fresh = Files.createTempDirectory(Files.createDirectories(target.getParent()), "unpack", shared);
      unpack(archive, fresh);
      moveUnlessAnotherWasFaster(fresh, target);
    }
    return target;
  }

  private static URL archive() throws IOException {
    var name = "postgres-" + system() + "-" + architecture() + ".txz";
    var url = Binaries.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new IOException(
          "This build holds no PostgreSQL for this machine ("
              + name
              + "). Build Duly on it, or set DULY_DATABASE_URL to a PostgreSQL 15 or newer.");
    }
    return url;
  }

  private static String system() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      case String other -> other;
    };
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (var in = new BufferedInputStream(archive.openStream(), 1 << 16);
        var tar = new TarArchiveInputStream(new XZInputStream(in))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, target);
      }
    }
  }

  private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
    var path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive of PostgreSQL has an entry outside itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static void moveUnlessAnotherWasFaster(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException other) {
      // Java names what Linux says of a folder that is there only in words (ENOTEMPTY), as no class of its own.
      if (!Files.isDirectory(target)) {
        throw other;
      }
      remove(fresh);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
