package io.duly.intake.job;

import io.duly.journal.Sha256;
import io.duly.kernel.IdSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where files lie that wait to be taken in: each under the number of its job, whatever its sender calls it. */
@Component
public final class Spool {
  private static final int LONGEST_NAME = 255;

  private final Path folder;
  private final IdSource ids;

  Spool(@Value("${duly.home}") Path home, IdSource ids) {
    this.folder = home.toAbsolutePath().resolve("spool");
    this.ids = ids;
  }

  /** Keeps what can be read, streaming it to disk. */
  public SpooledFile keep(String name, InputStream bytes) throws IOException {
    return keep(ids.next(), name, bytes, "upload");
  }

  /** Keeps a copy of a file of the watched folder; once more does no harm. */
  SpooledFile copy(UUID id, String name, Path file) throws IOException {
    drop(id);
    Files.deleteIfExists(arriving(id));
    return keep(id, name, Files.newInputStream(file), "folder");
  }

  private SpooledFile keep(UUID id, String name, InputStream bytes, String source) throws IOException {
    var digest = sha256();
    Files.createDirectories(folder);
    var arriving = arriving(id);
    try (var in = new DigestInputStream(bytes, digest)) {
      Files.copy(in, arriving);
    }
    long size = Files.size(arriving);
    Files.move(arriving, of(id), StandardCopyOption.ATOMIC_MOVE);
    return new SpooledFile(id, shown(name), size, Sha256.ofDigest(digest.digest()), source);
  }

  private Path arriving(UUID id) {
    return folder.resolve(id + ".part");
  }

  /** Where the file of a job lies, or lay. */
  public Path of(UUID job) {
    return folder.resolve(job.toString());
  }

  /** Whether this server has the file of a job. */
  public boolean has(UUID job) {
    return Files.isRegularFile(of(job));
  }

  /** The file is no longer needed. */
  public void drop(UUID job) {
    try {
      Files.deleteIfExists(of(job));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last part of what a browser or a folder calls a file, without signs that nobody sees. */
  static String shown(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var clean = last.replaceAll("\\p{C}", "").strip();
    return clean.isEmpty() ? "file" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
