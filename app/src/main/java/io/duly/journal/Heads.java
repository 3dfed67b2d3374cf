package io.duly.journal;

import io.duly.database.CopiedRows;
import io.duly.database.CopyRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * The heads of all chains in a file to be kept elsewhere (invariant 8): somebody with every right on the database could
 * write a whole chain anew, but not the heads that lie in another's safe.
 */
@Component
public final class Heads {
  private static final String FIRST_LINE = "duly-journal-heads-1";
  private static final Pattern LINE = Pattern.compile("([0-9a-f-]{36}) ([1-9][0-9]{0,8}) ([0-9a-f]{64})");

  private final DataSource database;

  Heads(DataSource database) {
    this.database = database;
  }

  /**
   * Writes a line for each chain: case, entries, head.
   *
   * @return how many chains there are
   */
  public long write(Writer out) throws IOException, SQLException {
    long chains = 0;
    out.write(FIRST_LINE + "\n");
    try (var connection = database.getConnection();
        var rows = CopiedRows.of(connection, "select case_id, entries, head from journal.chain order by case_id")) {
      for (; rows.next(); chains++) {
        out.write(rows.uuid() + " " + rows.int4() + " " + HexFormat.of().formatHex(rows.bytes()) + "\n");
      }
    }
    return chains;
  }

  /**
   * Compares the journal with heads that were written earlier: each must still be the hash of the entry it was of.
   *
   * @throws IllegalArgumentException where the file is not one of heads; the message names the line
   */
  public Verified verify(BufferedReader kept) throws IOException, SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        load(connection, kept);
        return compare(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void load(Connection connection, BufferedReader kept) throws IOException, SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create temp table kept_head (case_id uuid, entries int, head bytea) on commit drop");
    }
    if (!FIRST_LINE.equals(kept.readLine())) {
      throw new IllegalArgumentException("This is not a file of journal heads: its first line is not " + FIRST_LINE + ".");
    }
    try (var rows = CopyRows.into(connection, "kept_head", "case_id", "entries", "head")) {
      var line = kept.readLine();
      for (int number = 2; line != null; number++, line = kept.readLine()) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
          throw new IllegalArgumentException("Line " + number + " of the heads is not: case, entries, head.");
        }
        rows.row().uuid(UUID.fromString(parts.group(1))).int4(Integer.parseInt(parts.group(2)));
        rows.bytes(HexFormat.of().parseHex(parts.group(3)));
      }
      rows.end();
    }
  }

  private static Verified compare(Connection connection) throws SQLException {
    return Leftovers.count(
        connection,
        """
        select k.case_id, k.entries, case when e.hash is null then 'removed: a head kept earlier names it'
               else 'head differs from the one kept earlier' end
          from kept_head k left join journal.entry e on e.case_id = k.case_id and e.seq = k.entries
         where e.hash is distinct from k.head order by 1, 2
        """);
  }
}
