package io.duly.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Record;
import tools.jackson.databind.json.JsonMapper;

/** The lines of an exported file. */
final class JsonLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private JsonLines() {}

  /** The texts over which the hash is taken, as they are. */
  static Map<String, Object> entry(WrittenEntry entry) {
    var line = new LinkedHashMap<String, Object>();
    line.put("type", "entry");
    line.put("seq", entry.seq());
    line.put("kind", entry.kind());
    line.put("occurredAt", text(entry.occurredAt()));
    line.put("recordedAt", text(entry.recordedAt()));
    line.put("actor", entry.actor());
    line.put("summary", entry.summary());
    line.put("body", entry.body());
    line.put("document", entry.document().map(Sha256::hex).orElse("-"));
    line.put("prevHash", entry.prev().hex());
    line.put("hash", entry.hash().hex());
    return line;
  }

  static Map<String, Object> document(Record row) {
    var line = new LinkedHashMap<String, Object>();
    line.put("type", "document");
    line.put("document", row.get("document", String.class));
    line.put("name", row.get("name", String.class));
    line.put("mediaType", row.get("media_type", String.class));
    line.put("base64", Base64.getEncoder().encodeToString(row.get("bytes", byte[].class)));
    return line;
  }

  static void write(OutputStream out, Map<String, Object> line) throws IOException {
    out.write(JSON.writeValueAsBytes(line));
    out.write('\n');
  }

  private static String text(Instant instant) {
    return INSTANT.format(instant);
  }
}
