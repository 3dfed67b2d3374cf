package io.duly.banking.cash;

import io.duly.matching.Why;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reasons as the database keeps them: codes and values. */
final class WhysJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WhysJson() {}

  private record Kept(String code, List<String> values) {}

  static String write(List<Why> whys) {
    return JSON.writeValueAsString(whys.stream().map(why -> Map.of("code", why.code().word(), "values", why.values())).toList());
  }

  static List<Why> read(String json) {
    return JSON.readValue(json, new TypeReference<List<Kept>>() {}).stream()
        .map(kept -> new Why(Why.Code.valueOf(kept.code().toUpperCase(Locale.ROOT).replace('-', '_')), kept.values()))
        .toList();
  }
}
