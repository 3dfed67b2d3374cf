package io.duly.correspondence.template;

import java.util.List;

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

  boolean isEmpty() {
    return files.isEmpty();
  }
}
