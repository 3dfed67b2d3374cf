package io.duly.desk;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What axe-core finds against a page as it stands. Only what is wrong leaves the browser: all that axe has to say takes four times as long. */
final class Accessibility {
  private static final String AXE = source();

  private static final String ASK =
      """
      async left => {
        const what = left === null ? document : { exclude: [left] };
        const found = await axe.run(what, { resultTypes: ['violations'] });
        return found.violations.map(one => one.id + ': ' + one.nodes[0].html);
      }
      """;

  private Accessibility() {}

  /** Each rule that is broken, with the first place where. */
  static List<String> breaches(Page page) {
    return ask(page, null);
  }

  /** The same without the parts of a selector, such as a frame of somebody else's words. */
  static List<String> breachesOutside(Page page, String selector) {
    return ask(page, selector);
  }

  private static List<String> ask(Page page, @Nullable String left) {
    page.evaluate(AXE + ";0");
    var found = (List<?>) page.evaluate(ASK, left);
    return found.stream().map(String::valueOf).toList();
  }

  private static String source() {
    try (var file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(file, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
