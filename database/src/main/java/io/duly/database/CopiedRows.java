package io.duly.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads the rows of a query by binary COPY, one at a time, the fastest way out. After {@link #next()} each column is read
 * once, in order, by the method of its type; a column that may be null by the methods that say so.
 */
public final class CopiedRows implements AutoCloseable {
  private static final int SIGNATURE = 11;
  private static final long DAYS_TO_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long SECONDS_TO_2000 = DAYS_TO_2000 * 86_400L;

  private final CopyOut copy;
  private boolean begun;
  private ByteBuffer row = ByteBuffer.allocate(0);

  private CopiedRows(CopyOut copy) {
    this.copy = copy;
  }

  /** @param query SQL text with its values written in; never from outside */
  public static CopiedRows of(Connection connection, String query) throws SQLException {
    var sql = "copy (" + query + ") to stdout (format binary)";
    return new CopiedRows(connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql));
  }

  /** Moves to the next row; false after the last. */
  public boolean next() throws SQLException {
    var data = copy.readFromCopy();
    if (data == null) {
      return false;
    }
    row = ByteBuffer.wrap(data);
    if (!begun) {
      begun = true;
      row.position(SIGNATURE + 4);
      row.position(row.position() + 4 + row.getInt(row.position()));
    }
    return !row.hasRemaining() ? next() : row.getShort() >= 0 || next();
  }

  public UUID uuid() {
    row.getInt();
    return new UUID(row.getLong(), row.getLong());
  }

  public @Nullable UUID uuidOrNull() {
    return row.getInt() < 0 ? null : new UUID(row.getLong(), row.getLong());
  }

  public String text() {
    return string(row.getInt());
  }

  public @Nullable String textOrNull() {
    int length = row.getInt();
    return length < 0 ? null : string(length);
  }

  public byte[] bytes() {
    var value = new byte[row.getInt()];
    row.get(value);
    return value;
  }

  public boolean bool() {
    row.getInt();
    return row.get() != 0;
  }

  public int int2() {
    row.getInt();
    return row.getShort();
  }

  public int int4() {
    row.getInt();
    return row.getInt();
  }

  public long int8() {
    row.getInt();
    return row.getLong();
  }

  public @Nullable Long int8OrNull() {
    return row.getInt() < 0 ? null : row.getLong();
  }

  public LocalDate date() {
    row.getInt();
    return LocalDate.ofEpochDay(DAYS_TO_2000 + row.getInt());
  }

  public @Nullable LocalDate dateOrNull() {
    return row.getInt() < 0 ? null : LocalDate.ofEpochDay(DAYS_TO_2000 + row.getInt());
  }

  public Instant instant() {
    row.getInt();
    long micros = row.getLong();
    return Instant.ofEpochSecond(
        SECONDS_TO_2000 + Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
  }

  /** A text array without nulls; empty where the column is null. */
  public List<String> texts() {
    int count = arrayCount();
    var values = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      values.add(text());
    }
    return values;
  }

  /** A uuid array without nulls; empty where the column is null. */
  public List<UUID> uuids() {
    int count = arrayCount();
    var values = new ArrayList<UUID>(count);
    for (int i = 0; i < count; i++) {
      values.add(uuid());
    }
    return values;
  }

  /** A bigint array without nulls; empty where the column is null. */
  public long[] int8s() {
    var values = new long[arrayCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = int8();
    }
    return values;
  }

  /** A date array without nulls; empty where the column is null. */
  public List<LocalDate> dates() {
    int count = arrayCount();
    var values = new ArrayList<LocalDate>(count);
    for (int i = 0; i < count; i++) {
      values.add(date());
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private int arrayCount() {
    if (row.getInt() < 0) {
      return 0;
    }
    int dimensions = row.getInt();
    row.getInt();
    row.getInt();
    if (dimensions == 0) {
      return 0;
    }
    int count = row.getInt();
    row.getInt();
    return count;
  }

  private String string(int length) {
    var value = new String(row.array(), row.position(), length, StandardCharsets.UTF_8);
    row.position(row.position() + length);
    return value;
  }
}
