package io.duly.desk.intake;

import io.duly.banking.export.BankLists;
import io.duly.intake.MapChoices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * What the form about a list's columns says.
 *
 * @param switched the form was shown for lists of another kind than is chosen now
 * @param creditor whose the list is, where one was chosen
 * @param newCreditor the name of one that is not there yet
 * @param name under which the map is to be kept; empty where it is not
 */
public record Chosen(MapChoices choices, boolean switched, Optional<UUID> creditor, Optional<String> newCreditor, Optional<String> name) {
  /** What only maps of banks' lists say beside the columns. */
  private static final List<String> MORE = List.of("header", "account", "outgoing", "debitWords", "pendingWords", "continued", "footer");
  /** Of a map. */
  public static final int LONGEST_NAME = 100;

  static Chosen of(MultiValueMap<String, String> form) {
    var choices =
        new MapChoices(
            said(form, "kind"), columns(form), said(form, "dates").filter(word -> !word.equals("pattern")), pattern(form),
            said(form, "decimal"), said(form, "separator"), said(form, "encoding"), said(form, "currency").map(code -> code.toUpperCase(Locale.ROOT)), more(form));
    boolean bank = choices.kind().filter(BankLists.KIND::equals).isPresent();
    return new Chosen(
        choices, said(form, "bank").isPresent() != bank, said(form, "creditor").filter(text -> text.length() == 36).map(UUID::fromString), said(form, "newCreditor"), said(form, "name"));
  }

  /** The same with other choices. */
  Chosen with(MapChoices other) {
    return new Chosen(other, false, creditor, newCreditor, name);
  }

  boolean bank() {
    return choices.kind().filter(BankLists.KIND::equals).isPresent();
  }

  private static Map<String, String> more(MultiValueMap<String, String> form) {
    var more = new LinkedHashMap<String, String>();
    if (said(form, "kind").filter(BankLists.KIND::equals).isPresent()) {
      said(form, "name").map(text -> text.substring(0, Math.min(text.length(), LONGEST_NAME))).ifPresent(text -> more.put("name", text));
      MORE.forEach(key -> said(form, "more." + key).ifPresent(value -> more.put(key, value)));
    }
    return more;
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
