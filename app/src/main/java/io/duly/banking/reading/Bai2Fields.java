package io.duly.banking.reading;

import java.util.ArrayList;
import java.util.List;

/** The fields of a record and of what continues it. */
final class Bai2Fields {
  private Bai2Fields() {}

  static List<String> of(List<String> lines) {
    var fields = new ArrayList<String>();
    for (String line : lines) {
      fields.addAll(List.of(unended(line).split(",", -1)));
    }
    return fields;
  }

  static String unended(String line) {
    String plain = line.stripTrailing();
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }

  static String at(List<String> fields, int place) {
    return place < fields.size() ? fields.get(place).strip() : "";
  }

  /** The place after a kind of funds and what belongs to it: S three sums, V a day and a time, D pairs. */
  static int afterFunds(List<String> fields, int place) {
    return switch (at(fields, place)) {
      case "S" -> place + 4;
      case "V" -> place + 3;
      case "D" -> place + 2 + 2 * (at(fields, place + 1).matches("\\d{1,3}") ? Integer.parseInt(at(fields, place + 1)) : 0);
      default -> place + 1;
    };
  }
}
