package io.duly.desk.intake;

import io.duly.intake.MapChoices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * What the form about a list's columns says.
 *
 * @param creditor whose the list is, where one was chosen
 * @param newCreditor the name of one that is not there yet
 * @param name under which the map is to be kept; empty where it is not
 */
public record Chosen(MapChoices choices, Optional<UUID> creditor, Optional<String> newCreditor, Optional<String> name) {

  static Chosen of(MultiValueMap<String, String> form) {
    var choices =
        new MapChoices(
            said(form, "kind"), columns(form), said(form, "dates").filter(word -> !word.equals("pattern")), pattern(form),
            said(form, "decimal"), said(form, "separator"), said(form, "encoding"), said(form, "currency"));
    return new Chosen(
        choices, said(form, "creditor").filter(text -> text.length() == 36).map(UUID::fromString), said(form, "newCreditor"), said(form, "name"));
  }

  /** A column that is taken for nothing is left out, so that its name decides nothing either. */
  private static Map<String, String> columns(MultiValueMap<String, String> form) {
    var columns = new LinkedHashMap<String, String>();
    for (int at = 0; form.containsKey("name." + at); at++) {
      var name = Optional.ofNullable(form.getFirst("name." + at)).orElse("");
      var field = said(form, "field." + at).orElse("ignore");
      if (!name.isBlank() && !(columns.containsKey(name) && field.equals("ignore"))) {
        columns.put(name, field);
      }
    }
    return columns;
  }

  private static Optional<String> pattern(MultiValueMap<String, String> form) {
    return said(form, "dates").filter("pattern"::equals).flatMap(_ -> said(form, "dateFormat"));
  }

  private static Optional<String> said(MultiValueMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).map(text -> text.equals("\t") ? text : text.strip()).filter(text -> !text.isEmpty());
  }
}
