package io.duly.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A brace that is not closed takes every rule after it along, and no browser says so. */
class StylesheetTest {
  /** Rules, in a query, in the sheet. */
  private static final int DEEPEST = 2;

  @Test
  void everyBraceIsClosedBeforeTheNextQueryBegins() throws IOException {
    int depth = 0;
    int line = 1;
    for (char each : sheet().replaceAll("\"[^\"\n]*\"", "\"\"").toCharArray()) {
      line += each == '\n' ? 1 : 0;
      depth += each == '{' ? 1 : each == '}' ? -1 : 0;
      assertThat(depth).as("depth in line %d", line).isBetween(0, DEEPEST);
    }
    assertThat(depth).as("braces left open at the end").isZero();
  }

  @Test
  void aQueryBeginsAtTheLeft() throws IOException {
    int depth = 0;
    int number = 0;
    for (var line : sheet().lines().toList()) {
      number++;
      assertThat(line.startsWith("@") && depth > 0).as("line %d is within another query: %s", number, line).isFalse();
      depth += (int) line.chars().filter(each -> each == '{').count() - (int) line.chars().filter(each -> each == '}').count();
    }
  }

  private static String sheet() throws IOException {
    try (var in = Objects.requireNonNull(StylesheetTest.class.getResourceAsStream("/static/assets/desk.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
