package io.duly.cycle;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The debtors whose facts are being read, by id. */
final class Debtors {
  private final Map<UUID, DebtorFile> files = new HashMap<>();

  void add(DebtorFile debtor) {
    files.put(debtor.id, debtor);
  }

  /** The one with that id, which the database's foreign keys promise to be there. */
  DebtorFile the(UUID id) {
    var debtor = files.get(id);
    if (debtor == null) {
      throw new IllegalStateException("Facts of debtor " + id + " were read, but not the debtor");
    }
    return debtor;
  }

  List<DebtorFile> inOrder() {
    return files.values().stream().sorted(Comparator.comparing(debtor -> debtor.id)).toList();
  }
}
