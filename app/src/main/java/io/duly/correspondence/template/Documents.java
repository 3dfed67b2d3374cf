package io.duly.correspondence.template;

import java.util.List;
import java.util.stream.Stream;

/**
 * What goes with a message.
 *
 * @param files by name
 * @param missing numbers of invoices of which no copy could go with it
 */
public record Documents(List<String> files, List<String> missing) {
  public static final Documents NONE = new Documents(List.of(), List.of());

  public Documents {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }

  /** Every name in it, of files and of invoices. */
  Stream<String> names() {
    return Stream.concat(files.stream(), missing.stream());
  }

  boolean isEmpty() {
    return files.isEmpty();
  }
}
