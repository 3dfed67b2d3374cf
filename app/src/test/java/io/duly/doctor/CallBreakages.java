package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;
import java.util.Set;

/** Ways to break what is known of calls. */
final class CallBreakages {
  private static final String UNBOUND = "alter table calls.call drop constraint ended_is_whole";
  private static final String LEFT_OPEN =
      "update calls.call set ended_at = null, outcome = null, next_step = null, next_on = null, contact_id = null";
  private static final String A_SECOND =
      "insert into calls.call select (jsonb_populate_record(k, jsonb_build_object('id', '00000000-0000-0000-0018-0000000000a2'))).* from calls.call k";

  private CallBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("call-ended", UNBOUND, "update calls.call set outcome = null"),
        seenBy("call-ended", UNBOUND, "update calls.call set next_step = null"),
        seenBy("call-ended", "update calls.call set contact_id = $call"),
        seenBy("call-ended", "update calls.call set contact_id = gen_random_uuid()"),
        seenBy("call-chased", LEFT_OPEN),
        seenBy(Set.of("call-chased"), LEFT_OPEN, "update calls.call set chased_at = '2026-03-04 09:00Z'"),
        seenBy("call-alone", "drop index calls.one_call_under_way", LEFT_OPEN, "update calls.draft set saved_at = now()", A_SECOND),
        seenBy("call-entry", A_SECOND));
  }
}
