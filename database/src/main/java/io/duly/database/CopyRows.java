package io.duly.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a table by binary COPY, the fastest way in. For each row call {@link #row()} and then one method per
 * column, in the columns' order and of the columns' types; {@link #end()} makes the rows part of the transaction. The
 * table must not be under row security for the role that writes.
 */
public final class CopyRows implements AutoCloseable {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
  private static final int FLUSH_AT = 1 << 16;
  private static final long DAYS_TO_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long MICROS_TO_2000 = DAYS_TO_2000 * 86_400_000_000L;
  private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);
  private static final int OID_UUID = 2950;
  private static final int OID_INT8 = 20;
  private static final int OID_TEXT = 25;

  private final CopyIn copy;
  private final short columns;
  private ByteBuffer buffer = ByteBuffer.allocate(FLUSH_AT * 2);

  private CopyRows(CopyIn copy, int columns) throws SQLException {
    this.copy = copy;
    this.columns = (short) columns;
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  /**
   * Begins to write.
   *
   * @param table schema-qualified, as SQL text; never from outside
   */
  public static CopyRows into(Connection connection, String table, String... columns) throws SQLException {
    var sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
    return new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql), columns.length);
  }

  public CopyRows row() throws SQLException {
    if (buffer.position() > FLUSH_AT) {
      flush();
    }
    room(2).putShort(columns);
    return this;
  }

  public CopyRows uuid(@Nullable UUID value) {
    if (value == null) {
      return none();
    }
    room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    return this;
  }

  /** For text, varchar and char columns. */
  public CopyRows text(@Nullable String value) {
    return value == null ? none() : bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  public CopyRows bytes(byte @Nullable [] value) {
    if (value == null) {
      return none();
    }
    room(4 + value.length).putInt(value.length).put(value);
    return this;
  }

  public CopyRows int2(int value) {
    room(6).putInt(2).putShort((short) value);
    return this;
  }

  public CopyRows int4(int value) {
    room(8).putInt(4).putInt(value);
    return this;
  }

  public CopyRows int8(long value) {
    room(12).putInt(8).putLong(value);
    return this;
  }

  public CopyRows int8(@Nullable Long value) {
    return value == null ? none() : int8(value.longValue());
  }

  public CopyRows bool(boolean value) {
    room(5).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  public CopyRows date(@Nullable LocalDate value) {
    if (value == null) {
      return none();
    }
    room(8).putInt(4).putInt(Math.toIntExact(value.toEpochDay() - DAYS_TO_2000));
    return this;
  }

  /** For timestamptz columns; kept to the microsecond, the rest is cut off. */
  public CopyRows instant(@Nullable Instant value) {
    if (value == null) {
      return none();
    }
    long micros = Math.addExact(Math.multiplyExact(value.getEpochSecond(), 1_000_000L), value.getNano() / 1000);
    room(12).putInt(8).putLong(micros - MICROS_TO_2000);
    return this;
  }

  /** For numeric columns: digits by ten thousands, as the server keeps them. */
  public CopyRows numeric(@Nullable BigDecimal value) {
    if (value == null) {
      return none();
    }
    int groupsBehind = (Math.max(0, value.scale()) + 3) / 4;
    var digits = new ArrayDeque<Short>();
    for (var rest = value.setScale(groupsBehind * 4).unscaledValue().abs(); rest.signum() > 0; rest = rest.divide(TEN_THOUSAND)) {
      digits.addFirst(rest.mod(TEN_THOUSAND).shortValue());
    }
    int size = 8 + 2 * digits.size();
    var out = room(4 + size).putInt(size).putShort((short) digits.size()).putShort((short) (digits.size() - groupsBehind - 1));
    out.putShort((short) (value.signum() < 0 ? 0x4000 : 0)).putShort((short) Math.max(0, value.scale()));
    digits.forEach(out::putShort);
    return this;
  }

  public CopyRows uuids(List<UUID> values) {
    array(values.size(), 20, OID_UUID);
    for (var value : values) {
      uuid(value);
    }
    return this;
  }

  public CopyRows int8s(long[] values) {
    array(values.length, 12, OID_INT8);
    for (long value : values) {
      int8(value);
    }
    return this;
  }

  public CopyRows texts(List<String> values) {
    var encoded = values.stream().map(value -> value.getBytes(StandardCharsets.UTF_8)).toList();
    int size = encoded.stream().mapToInt(value -> 4 + value.length).sum();
    arrayHead(values.size(), size, OID_TEXT);
    encoded.forEach(this::bytes);
    return this;
  }

  public CopyRows none() {
    room(4).putInt(-1);
    return this;
  }

  /** Ends the copy and returns how many rows went in. */
  public long end() throws SQLException {
    room(2).putShort((short) -1);
    flush();
    return copy.endCopy();
  }

  /** Gives up a copy that was not ended: nothing of it stays. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void array(int count, int sizeOfOne, int type) {
    arrayHead(count, count * sizeOfOne, type);
  }

  private void arrayHead(int count, int size, int type) {
    int dimensions = count == 0 ? 0 : 1;
    var out = room(24 + size).putInt(12 + dimensions * 8 + size).putInt(dimensions).putInt(0).putInt(type);
    if (dimensions == 1) {
      out.putInt(count).putInt(1);
    }
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      var larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
      buffer = larger.put(buffer.flip());
    }
    return buffer;
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
