package io.duly.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords of the embedded server's roles and other secrets of an installation, made at random once, each in a file that only its owner can read. */
public record Secrets(Path directory) {

  /** 48 hexadecimal digits, the same for the same name. */
  public String of(String role) {
    try {
      var file = Files.createDirectories(directory).resolve(role);
      if (!Files.exists(file)) {
        write(file);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The secret of " + role + " cannot be kept in " + directory, e);
    }
  }

  private static void write(Path file) throws IOException {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    var privately = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var fresh = Files.createTempFile(file.getParent(), "new", null, privately);
    Files.writeString(fresh, HexFormat.of().formatHex(bytes));
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException anotherWasFaster) {
      // its password stands
    } finally {
      Files.delete(fresh);
    }
  }
}
