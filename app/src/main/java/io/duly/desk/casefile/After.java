package io.duly.desk.casefile;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the page says after somebody did something on it.
 *
 * @param done which action was taken in: {@code note}, {@code hold} …; empty where none
 * @param refusal why it was not, in a sentence; empty where it was
 * @param typed what was typed into the refused form, by field
 */
public record After(String done, String refusal, Map<String, String> typed) implements Serializable {
  @Serial private static final long serialVersionUID = 1;
  private static final String NAME = "after";
  static final After NOTHING = new After("", "", Map.of());

  static After of(Model flash) {
    return flash.getAttribute(NAME) instanceof After after ? after : NOTHING;
  }

  void showOn(RedirectAttributes next) {
    next.addFlashAttribute(NAME, this);
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }
}
