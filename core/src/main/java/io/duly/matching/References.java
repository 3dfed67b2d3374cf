package io.duly.matching;

import java.util.ArrayList;
import java.util.List;

/** Payment references as they are compared. */
final class References {
  private static final int SHORTEST = 4;

  private References() {}

  /** The ways in which it may come: bare, without the noughts before it, and what an RF reference carries inside. */
  static List<String> keys(String reference) {
    var bare = bare(reference);
    if (bare.length() < SHORTEST) {
      return List.of();
    }
    var keys = new ArrayList<String>(2);
    keys.add(bare);
    if (bare.startsWith("RF") && ReferenceScheme.RF.valid(bare)) {
      var body = Plain.withoutNoughts(bare.substring(4));
      if (body.length() >= SHORTEST && ReferenceScheme.FI_VIITE.valid(body)) {
        keys.add(body);
      }
    }
    return keys;
  }

  static String bare(String reference) {
    var kind = reference.strip();
    var inner = kind.startsWith("+71<") || kind.startsWith("+75<") ? kind.substring(4).replaceAll("\\+.*", "") : kind;
    return Plain.withoutNoughts(Plain.compact(inner));
  }

  /** Whether it can only be a reference that was mistyped. */
  static boolean wrong(String text) {
    return ReferenceScheme.RF.wrong(Plain.capitals(text).strip()) || text.strip().startsWith("+++") && ReferenceScheme.BE_OGM.wrong(text);
  }
}
