package io.duly.doctor;

import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.journal.Journal;
import io.duly.journal.JournalEntry;
import io.duly.journal.Sha256;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The small healthy world of {@code world.sql}, with its journal. */
public final class World {
  private static final CreditorId BRIGHTWELL = new CreditorId(new UUID(0, 0x11));
  private static final CreditorId HARBOUR = new CreditorId(new UUID(0, 0x12));
  private static final Document LETTER =
      new Document("letter.txt", "text/plain", "Dear Ann".getBytes(StandardCharsets.UTF_8), "Dear Ann");

  private World() {}

  public static TestDatabase create() throws SQLException, IOException {
    var database = TestDatabase.fresh();
    database.execute(script());
    try (var app = database.connect()) {
      var letter = new Archive().keep(DSL.using(app, SQLDialect.POSTGRES), BRIGHTWELL, LETTER, Instant.EPOCH);
      new Journal().appendBulk(app, Instant.parse("2026-03-04T07:00:00Z"), entries(letter));
    }
    return database;
  }

  private static List<JournalEntry> entries(Sha256 letter) {
    var reminder = "{\"action\":\"send\",\"stage\":{\"from\":\"reminder\",\"to\":\"reminder\"}}";
    var call = "{\"action\":\"ask\",\"task\":\"call\",\"stage\":{\"from\":\"reminder\",\"to\":\"reminder\"}}";
    var opened = "{\"stage\":{\"from\":\"reminder\",\"to\":\"reminder\"}}";
    var entries = new ArrayList<JournalEntry>();
    entries.add(entry(1, 2, "opened", "duly", opened));
    entries.add(entry(1, 2, "decided", "duly", reminder));
    entries.add(entry(1, 2, "taken-as-sent", "duly", "{}"));
    entries.add(entry(1, 3, "dispute-opened", "person:ada", "{\"dispute\":\"00000000-0000-0000-0005-0000000000a1\"}"));
    entries.add(entry(1, 3, "reason-recorded", "person:ada", "{\"reason\":\"00000000-0000-0000-0005-0000000000a2\"}"));
    entries.add(entry(1, 3, "task-opened", "person:ada", "{\"task\":\"00000000-0000-0000-000a-0000000000a2\"}"));
    entries.add(entry(1, 4, "reason-verified", "person:ada", "{\"reason\":\"00000000-0000-0000-0005-0000000000a2\"}"));
    entries.add(entry(1, 4, "task-done", "person:ada", "{\"task\":\"00000000-0000-0000-000a-0000000000a2\"}"));
    entries.add(entry(1, 4, "decided", "duly", call));
    entries.add(entry(1, 4, "note", "person:ada", "{}"));
    entries.add(withDocument(entry(1, 4, "call-ended", "file:mail", "{\"call\":\"00000000-0000-0000-0018-0000000000a1\"}"), letter));
    entries.add(entry(2, 2, "opened", "duly", opened));
    entries.add(entry(2, 2, "hold-placed", "person:ada", "{\"hold\":\"00000000-0000-0000-0005-0000000000b1\"}"));
    entries.add(entry(2, 2, "promise-made", "person:ada", "{\"promise\":\"00000000-0000-0000-0006-0000000000b1\"}"));
    entries.add(entry(2, 2, "promise-superseded", "person:ada", "{\"promise\":\"00000000-0000-0000-0006-0000000000b1\"}"));
    entries.add(entry(2, 2, "promise-made", "person:ada", "{\"promise\":\"00000000-0000-0000-0006-0000000000b2\"}"));
    entries.add(entry(2, 2, "decided", "duly", reminder));
    entries.add(entry(2, 2, "message-uncertain", "duly", "{\"message\":\"00000000-0000-0000-0008-0000000000b2\"}"));
    entries.add(entry(2, 2, "message-sent", "person:ada", "{\"message\":\"00000000-0000-0000-0008-0000000000b2\"}"));
    entries.add(entry(2, 3, "hold-lifted", "person:ada", "{\"hold\":\"00000000-0000-0000-0005-0000000000b1\"}"));
    entries.add(entry(2, 3, "hold-placed", "person:ada", "{\"hold\":\"00000000-0000-0000-0005-0000000000b2\"}"));
    entries.add(entry(2, 4, "hold-lifted", "person:ada", "{\"hold\":\"00000000-0000-0000-0005-0000000000b2\"}"));
    entries.add(entry(2, 3, "plan-made", "person:ada", "{\"plan\":\"00000000-0000-0000-0019-0000000000b1\"}"));
    entries.add(entry(2, 4, "plan-ended", "person:ada", "{\"plan\":\"00000000-0000-0000-0019-0000000000b1\"}"));
    entries.add(entry(2, 4, "promise-judged", "duly", "{}"));
    entries.add(entry(2, 4, "decided", "duly", reminder));
    entries.add(withDocument(entry(2, 4, "automatic-answer", "duly", "{\"reply\":\"00000000-0000-0000-0017-0000000000b2\"}"), Sha256.of("answer")));
    entries.add(entry(3, 2, "opened", "duly", opened));
    entries.add(entry(3, 2, "task-opened", "person:ada", "{\"task\":\"00000000-0000-0000-000a-0000000000c1\"}"));
    entries.add(entry(3, 3, "closed", "duly", "{}"));
    return entries;
  }

  private static JournalEntry entry(int recovery, int dayOfMarch, String kind, String actor, String body) {
    return new JournalEntry(
        new CaseId(new UUID(0, 0x0007_0000_0000_0000L + recovery)),
        recovery == 3 ? HARBOUR : BRIGHTWELL,
        kind,
        Instant.parse("2026-03-0" + dayOfMarch + "T06:01:00.123456Z"),
        actor,
        "Grüße",
        body,
        Optional.empty());
  }

  private static JournalEntry withDocument(JournalEntry entry, Sha256 document) {
    return new JournalEntry(
        entry.caseId(),
        entry.creditorId(),
        entry.kind(),
        entry.occurredAt(),
        entry.actor(),
        entry.summary(),
        entry.body(),
        Optional.of(document));
  }

  private static String script() throws IOException {
    try (@Nullable InputStream in = World.class.getResourceAsStream("world.sql")) {
      return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
