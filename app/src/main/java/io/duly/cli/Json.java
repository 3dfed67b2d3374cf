package io.duly.cli;

import tools.jackson.databind.json.JsonMapper;

/** The JSON that commands print: one line, fields in the order of the records. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String of(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
