package io.duly.desk.page;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a page says after somebody did something on it.
 *
 * @param done the key of a text, empty where nothing was done
 * @param values for the text's places: texts and numbers, for it is kept in the session until the next page
 * @param refusal why nothing was done, in a sentence; empty where it was
 */
public record Told(String done, List<Object> values, String refusal) implements Serializable {
  @Serial private static final long serialVersionUID = 1;
  private static final String NAME = "said";
  public static final Told NOTHING = new Told("", List.of(), "");

  public static Told done(String key, Object... values) {
    return new Told(key, List.of(values), "");
  }

  public static Told refused(String sentence) {
    return new Told("", List.of(), sentence);
  }

  public static Told on(Model flash) {
    return flash.getAttribute(NAME) instanceof Told told ? told : NOTHING;
  }

  public void showOn(RedirectAttributes next) {
    next.addFlashAttribute(NAME, this);
  }

  /** For the text's places. */
  public Object[] places() {
    return values.toArray();
  }
}
