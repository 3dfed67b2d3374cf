package io.duly.desk.intake;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a page says after somebody did something on it.
 *
 * @param done the key of a text, empty where nothing was done
 * @param values for the text's places
 * @param refusal why nothing was done, in a sentence; empty where it was
 */
public record Said(String done, List<Object> values, String refusal) {
  private static final String NAME = "said";
  static final Said NOTHING = new Said("", List.of(), "");

  static Said done(String key, Object... values) {
    return new Said(key, List.of(values), "");
  }

  static Said refused(String sentence) {
    return new Said("", List.of(), sentence);
  }

  static Said on(Model flash) {
    return flash.getAttribute(NAME) instanceof Said said ? said : NOTHING;
  }

  void showOn(RedirectAttributes next) {
    next.addFlashAttribute(NAME, this);
  }

  /** For the text's places. */
  public Object[] places() {
    return values.toArray();
  }
}
