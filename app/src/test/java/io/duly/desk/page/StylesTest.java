package io.duly.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The styles of the desk. */
class StylesTest {

  /** A block that stays open takes all that follows with it, for small screens only perhaps, and nothing complains. */
  @Test
  void eachSectionBeginsOutsideOfEveryBlock() throws IOException {
    try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/static/assets/desk.css"))) {
      int depth = 0;
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("/*")) {
          assertThat(depth).as(line).isZero();
        }
        depth += opened(line);
      }
      assertThat(depth).isZero();
    }
  }

  private static int opened(String line) {
    return (int) (line.chars().filter(sign -> sign == '{').count() - line.chars().filter(sign -> sign == '}').count());
  }
}
