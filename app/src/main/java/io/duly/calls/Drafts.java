package io.duly.calls;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is typed during a call, in versions: nobody overwrites what was typed elsewhere without being told. */
@Component
public final class Drafts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SAVE =
      """
      update calls.draft set version = version + 1, fields = ?::jsonb, saved_at = ?::timestamptz
       where call_id = ? and (version = ? or fields = ?::jsonb) and exists (select from calls.call k where k.id = call_id and k.ended_at is null)
      returning version
      """;

  /**
   * What is saved.
   *
   * @param version counted from 0, the beginning of the call
   */
  public record Draft(int version, Sheet sheet, Instant savedAt) {}

  /** @throws IllegalArgumentException where there is no such call */
  public Draft of(DSLContext tx, UUID call) {
    return tx.fetchOptional("select version, fields::text, saved_at from calls.draft where call_id = ?", call)
        .map(row -> new Draft(row.get(0, Integer.class), read(row.get(1, String.class)), row.get(2, OffsetDateTime.class).toInstant()))
        .orElseThrow(() -> new IllegalArgumentException("There is no draft of call " + call));
  }

  /**
   * Saves what stands in the form. What stands there word for word may be saved again by whoever typed upon an earlier one: a
   * browser sends the last words as its page goes, and again when it comes back.
   *
   * @param version upon which it was typed
   * @return the new version; empty where another one was saved meanwhile, or the call has ended
   */
  public Optional<Integer> save(DSLContext tx, UUID call, int version, Sheet sheet, Instant now) {
    var fields = written(sheet);
    return tx.fetchOptional(SAVE, fields, Calls.at(now), call, version, fields).map(row -> row.get(0, Integer.class));
  }

  private static String written(Sheet sheet) {
    var words = new TreeMap<String, String>();
    sheet.fields().forEach((field, text) -> words.put(field.word(), text));
    return JSON.writeValueAsString(words);
  }

  private static Sheet read(String json) {
    return Sheet.of(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
  }
}
