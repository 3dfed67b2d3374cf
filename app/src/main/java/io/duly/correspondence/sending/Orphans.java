package io.duly.correspondence.sending;

import io.duly.journal.Sha256;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Finds messages that a process was sending when it ended: nobody knows whether they left. */
@Component
final class Orphans {
  static final String ENDED = "the process that was sending it ended";
  private static final String NODES =
      """
      select distinct a.node from correspondence.message m join correspondence.attempt a on a.message_id = m.id
       where m.state = 'sending' and a.node <> ? and not exists (select from correspondence.attempt_end e where e.attempt_id = a.id)
      """;
  private static final String MESSAGES =
      """
      select a.*, m.case_id from correspondence.message m join correspondence.attempt a on a.message_id = m.id
       where m.state = 'sending' and a.node = any (?::int[]) and not exists (select from correspondence.attempt_end e where e.attempt_id = a.id)
       order by m.case_id, a.id limit 500
      """;

  private final Concluding concluding;

  Orphans(Concluding concluding) {
    this.concluding = concluding;
  }

  /** Makes them uncertain; answers how many there were. */
  int adopt(DSLContext tx, int node, Moment at) {
    var gone = Lease.gone(tx, tx.fetch(NODES, node).getValues(0, Integer.class));
    if (gone.isEmpty()) {
      return 0;
    }
    List<Outgoing> left = tx.fetch(MESSAGES, (Object) gone.toArray(Integer[]::new)).map(row -> outgoing(tx, row));
    return (int) left.stream().filter(one -> concluding.conclude(tx, one, new Outcome.Uncertain(ENDED), at).isPresent()).count();
  }

  private static Outgoing outgoing(DSLContext tx, Record row) {
    var message = WaitingRead.any(tx, row.get("message_id", UUID.class)).orElseThrow();
    var packed =
        new Packed(
            row.get("way", String.class), row.get("known_as", String.class), row.get("recipient", String.class), "", "", new byte[0], "");
    return new Outgoing(
        message, row.get("id", UUID.class), row.get("nth", Integer.class), row.get("contact_id", UUID.class), row.get("day", LocalDate.class), "",
        packed, Sha256.ofDigest(row.get("document", byte[].class)));
  }
}
