package io.duly.correspondence.sending;

import io.duly.kernel.CreditorId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Hands letters over to whoever prints them: files in a folder. What is written there is sent. */
@Component
public final class Printing {
  private static final String DUE =
      """
      select m.id, m.debtor_id, m.planned_on from correspondence.message m
       where m.state = 'checked' and m.channel = 'letter' and m.approval <> 'needed' and m.planned_on <= ?
         and (m.not_before is null or m.not_before <= ?::timestamptz) and (m.planned_on, m.id) > (?::date, ?)
         and exists (select from correspondence.outlet o where o.message_id = m.id and o.way = 'print' and o.name is null)
         and (?::uuid is null or m.creditor_id = ?::uuid)
         and not exists (select from correspondence.pause p where p.lifted_at is null and (p.creditor_id is null
           or p.creditor_id = m.creditor_id and (p.debtor_id is null or p.debtor_id = m.debtor_id)))
       order by m.planned_on, m.id limit 200
      """;

  private final Committed committed;
  private final Claiming claiming;
  private final Concluding concluding;
  private final Orphans orphans;
  private final Clock clock;

  Printing(Committed committed, Claiming claiming, Concluding concluding, Orphans orphans, Clock clock) {
    this.committed = committed;
    this.claiming = claiming;
    this.concluding = concluding;
    this.orphans = orphans;
    this.clock = clock;
  }

  /**
   * A batch of letters.
   *
   * @param files that were written, the manifest last; none where there was no letter
   */
  public record Printed(List<String> files, SendReport report) {
    public Printed {
      files = List.copyOf(files);
    }
  }

  /**
   * Writes the letters that may leave now into a folder, in one file with a separator before each, or in a file each, and
   * beside them a manifest.
   *
   * @param most letters in the batch, &gt; 0
   * @throws IOException where the folder cannot be written to; no letter has left then
   */
  public Printed print(Path folder, boolean separately, int most) throws SQLException, IOException {
    return print(folder, separately, most, Optional.empty());
  }

  /**
   * As {@link #print(Path, boolean, int)}.
   *
   * @param creditor only whose letters; empty: everybody's
   */
  public Printed print(Path folder, boolean separately, int most, Optional<CreditorId> creditor) throws SQLException, IOException {
    var tally = new RoundTally();
    try (var lease = Lease.take(committed.session())) {
      tally.count("uncertain", committed.run(tx -> orphans.adopt(tx, lease.node(), Moment.of(clock))));
      var letters = claimed(lease.node(), most, creditor, tally);
      if (letters.isEmpty()) {
        return new Printed(List.of(), tally.report());
      }
      try {
        var batch = PrintBatch.write(folder, LocalDate.now(clock) + "-" + lease.node(), letters, separately);
        for (int at = 0; at < letters.size(); at++) {
          conclude(letters.get(at), new Outcome.Accepted("printed: " + batch.places().get(at)), tally);
        }
        return new Printed(batch.files(), tally.report());
      } catch (IOException full) {
        for (var letter : letters) {
          conclude(letter, new Outcome.NotYet("the letters could not be written to the folder", false), tally);
        }
        throw full;
      }
    }
  }

  private List<Outgoing> claimed(int node, int most, Optional<CreditorId> creditor, RoundTally tally) throws SQLException {
    var letters = new ArrayList<Outgoing>();
    var batch = due(new Candidate(new UUID(0, 0), new UUID(0, 0), LocalDate.EPOCH), creditor);
    while (!batch.isEmpty()) {
      for (var candidate : batch) {
        if (letters.size() == most) {
          return letters;
        }
        switch (committed.run(tx -> claiming.take(tx, candidate, new Way.Print(), node, Moment.of(clock)))) {
          case Taken.Ready ready -> letters.add(ready.outgoing());
          case Taken.Kept _ -> tally.count("kept", 1);
          case Taken.Withdrawn _ -> tally.count("withdrawn", 1);
          case Taken.Held _ -> tally.count("held", 1);
          case Taken.Busy _, Taken.TooFast _ -> {}
        }
      }
      batch = due(batch.getLast(), creditor);
    }
    return letters;
  }

  private List<Candidate> due(Candidate after, Optional<CreditorId> creditor) throws SQLException {
    var at = Moment.of(clock);
    return committed.run(tx -> due(tx, after, creditor, at));
  }

  private static List<Candidate> due(DSLContext tx, Candidate after, Optional<CreditorId> creditor, Moment at) {
    var whose = DSL.val(creditor.map(CreditorId::value).orElse(null), UUID.class);
    return tx.fetch(DUE, at.day(), at.now().toString(), after.plannedOn(), after.message(), whose, whose)
        .map(row -> new Candidate(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, LocalDate.class)));
  }

  private void conclude(Outgoing letter, Outcome outcome, RoundTally tally) throws SQLException {
    committed.run(tx -> concluding.conclude(tx, letter, outcome, Moment.of(clock))).ifPresent(state -> tally.count(state, 1));
  }
}
