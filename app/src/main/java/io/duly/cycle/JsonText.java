package io.duly.cycle;

import java.util.List;
import java.util.function.BiConsumer;

/** Writes JSON by hand: half a million of these are made in a night, and each is hashed, so its form must not change. */
final class JsonText {
  private final StringBuilder text = new StringBuilder(512);
  private boolean first = true;

  JsonText begin(char bracket) {
    separate();
    text.append(bracket);
    first = true;
    return this;
  }

  JsonText end(char bracket) {
    text.append(bracket);
    first = false;
    return this;
  }

  JsonText name(String name) {
    separate();
    text.append('"').append(name).append("\":");
    first = true;
    return this;
  }

  JsonText field(String name, Object value) {
    return name(name).value(value.toString());
  }

  JsonText value(String value) {
    separate();
    text.append('"');
    if (isPlain(value)) {
      text.append(value);
    } else {
      value.chars().forEach(sign -> sign((char) sign));
    }
    text.append('"');
    return this;
  }

  /** What is JSON already. */
  JsonText json(String name, String json) {
    name(name).text.append(json);
    first = false;
    return this;
  }

  <T> JsonText objects(String name, List<T> values, BiConsumer<JsonText, T> fields) {
    name(name);
    return objects(values, fields);
  }

  <T> JsonText objects(List<T> values, BiConsumer<JsonText, T> fields) {
    begin('[');
    for (var value : values) {
      begin('{');
      fields.accept(this, value);
      end('}');
    }
    return end(']');
  }

  private static boolean isPlain(String value) {
    for (int at = 0; at < value.length(); at++) {
      char sign = value.charAt(at);
      if (sign == '"' || sign == '\\' || sign < ' ') {
        return false;
      }
    }
    return true;
  }

  private void sign(char sign) {
    if (sign == '"' || sign == '\\') {
      text.append('\\').append(sign);
    } else if (sign < ' ') {
      text.append("\\u00").append(Character.forDigit(sign >> 4, 16)).append(Character.forDigit(sign & 15, 16));
    } else {
      text.append(sign);
    }
  }

  private void separate() {
    if (!first) {
      text.append(',');
    }
    first = false;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
