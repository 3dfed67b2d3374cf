package io.duly.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process took at most. */
public final class PeakMemory {
  private PeakMemory() {}

  /** The resident set's high-water mark where the system tells it, otherwise the heap's. */
  public static long peakMiB() {
    try {
      for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException notLinux) {
      return heapMiB();
    }
    return heapMiB();
  }

  private static long heapMiB() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
  }
}
