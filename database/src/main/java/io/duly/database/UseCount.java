package io.duly.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the server of a data directory: each process holds a shared file lock, which the system takes back when the
 * process dies. The last one to leave may stop the server. Starting and stopping exclude each other through a second lock.
 */
final class UseCount implements AutoCloseable {
  private final FileChannel users;
  private final FileChannel gate;
  private final FileLock mine;

  private UseCount(FileChannel users, FileChannel gate, FileLock mine) {
    this.users = users;
    this.gate = gate;
    this.mine = mine;
  }

  /** What is done while nobody else starts or stops the server. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  static UseCount join(Path home, Work start) throws IOException, InterruptedException {
    var gate = open(home.resolve("gate.lock"));
    try (var _ = gate.lock()) {
      var users = open(home.resolve("users.lock"));
      var mine = users.lock(0, Long.MAX_VALUE, true);
      try {
        start.run();
      } catch (IOException | InterruptedException | RuntimeException failed) {
        users.close();
        throw failed;
      }
      return new UseCount(users, gate, mine);
    }
  }

  /** Leaves; runs {@code stop} where nobody else is left. */
  void leave(Work stop) throws IOException, InterruptedException {
    try (var _ = gate.lock()) {
      mine.release();
      @Nullable FileLock last = users.tryLock();
      if (last != null) {
        last.release();
        stop.run();
      }
    }
  }

  @Override
  public void close() throws IOException {
    users.close();
    gate.close();
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
