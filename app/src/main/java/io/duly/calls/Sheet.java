package io.duly.calls;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed during a call, as it was typed.
 *
 * @param fields only those that are not empty
 */
public record Sheet(Map<Field, String> fields) {
  public static final Sheet EMPTY = new Sheet(Map.of());

  public Sheet {
    fields = Map.copyOf(fields);
  }

  /** What a form sent: unknown names are left out, too long texts cut, signs that cannot be kept dropped. */
  public static Sheet of(Map<String, String> sent) {
    var all = new EnumMap<Field, String>(Field.class);
    sent.forEach((name, text) -> Field.of(name).ifPresent(field -> {
      var kept = kept(text, field.longest());
      if (!kept.isBlank()) {
        all.put(field, kept);
      }
    }));
    return new Sheet(all);
  }

  private static String kept(String text, int longest) {
    var plain = new StringBuilder();
    text.replace("\r\n", "\n").codePoints()
        .filter(sign -> sign == '\n' || sign == '\t' || (!Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE))
        .limit(longest)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** As it was typed; empty where nothing was. */
  public String typed(Field field) {
    return fields.getOrDefault(field, "");
  }

  /** Without the blanks around it. */
  public Optional<String> text(Field field) {
    return Optional.of(typed(field).strip()).filter(text -> !text.isEmpty());
  }

  public boolean ticked(Field field) {
    return typed(field).equals("true");
  }

  /** Empty where nothing, or no day, was typed. */
  public Optional<LocalDate> day(Field field) {
    return text(field).flatMap(text -> {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeException no) {
        return Optional.empty();
      }
    });
  }

  public Optional<LocalTime> time(Field field) {
    return text(field).flatMap(text -> {
      try {
        return Optional.of(LocalTime.parse(text));
      } catch (DateTimeException no) {
        return Optional.empty();
      }
    });
  }

  /** With other values; an empty one empties its field. */
  public Sheet with(Map<Field, String> others) {
    var all = new EnumMap<Field, String>(Field.class);
    all.putAll(fields);
    others.forEach((field, value) -> {
      if (value.isBlank()) {
        all.remove(field);
      } else {
        all.put(field, value);
      }
    });
    return new Sheet(all);
  }

  /** With another value in a field that was empty. */
  public Sheet orElse(Field field, String value) {
    if (fields.containsKey(field)) {
      return this;
    }
    var all = new EnumMap<Field, String>(Field.class);
    all.putAll(fields);
    all.put(field, value);
    return new Sheet(all);
  }
}
