package io.duly.doctor;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A way of breaking the world, and the checks that must see it.
 *
 * @param seenBy exactly these
 * @param sql run as the owner with triggers off; {@code $} and a name stands for an id of {@code world.sql}
 */
record Breakage(Set<String> seenBy, List<String> sql) {
  private static final Map<String, String> IDS =
      Map.ofEntries(
          Map.entry("Brightwell", "0000-000000000011"),
          Map.entry("Harbour", "0000-000000000012"),
          Map.entry("alder", "0000-0000000000a1"),
          Map.entry("birch", "0000-0000000000b1"),
          Map.entry("cedar", "0000-0000000000c1"),
          Map.entry("invoiceA1", "0001-0000000000a1"),
          Map.entry("invoiceA2", "0001-0000000000a2"),
          Map.entry("invoiceB1", "0001-0000000000b1"),
          Map.entry("invoiceB2", "0001-0000000000b2"),
          Map.entry("invoiceC1", "0001-0000000000c1"),
          Map.entry("receiptA", "0002-0000000000a1"),
          Map.entry("receiptC", "0002-0000000000c1"),
          Map.entry("creditNote", "0003-0000000000a1"),
          Map.entry("paid", "0004-0000000000a1"),
          Map.entry("credited", "0004-0000000000a2"),
          Map.entry("undone", "0004-0000000000a3"),
          Map.entry("reversal", "0004-0000000000a4"),
          Map.entry("holdOfCase", "0005-0000000000b1"),
          Map.entry("holdOfDebtor", "0005-0000000000b2"),
          Map.entry("promiseSuperseded", "0006-0000000000b1"),
          Map.entry("promiseBroken", "0006-0000000000b2"),
          Map.entry("instalment", "0006-0000000000b3"),
          Map.entry("plan", "0019-0000000000b1"),
          Map.entry("case1", "0007-000000000001"),
          Map.entry("case2", "0007-000000000002"),
          Map.entry("case3", "0007-000000000003"),
          Map.entry("sent", "0008-0000000000a1"),
          Map.entry("draft", "0008-0000000000b1"),
          Map.entry("mailed", "0008-0000000000b2"),
          Map.entry("call", "0009-0000000000a2"),
          Map.entry("account", "0012-0000000000a1"),
          Map.entry("monday", "0013-0000000000a1"),
          Map.entry("tuesday", "0013-0000000000a3"),
          Map.entry("firstEntry", "0014-0000000000a1"),
          Map.entry("advised", "0014-0000000000a2"),
          Map.entry("bookedLater", "0014-0000000000a3"),
          Map.entry("bankReceipt", "0002-000000000ba1"),
          Map.entry("task", "000a-0000000000a1"));

  static Breakage seenBy(String check, String... sql) {
    return new Breakage(Set.of(check), List.of(sql));
  }

  static Breakage seenBy(Set<String> checks, String... sql) {
    return new Breakage(checks, List.of(sql));
  }

  List<String> statements() {
    return sql.stream().map(Breakage::withIds).toList();
  }

  private static String withIds(String sql) {
    var text = sql;
    for (var name : IDS.keySet().stream().sorted((one, other) -> other.length() - one.length()).toList()) {
      text = text.replace("$" + name, "'00000000-0000-0000-" + IDS.get(name) + "'");
    }
    return text;
  }

  @Override
  public String toString() {
    return String.join(", ", seenBy) + " ← " + String.join("; ", sql);
  }
}
