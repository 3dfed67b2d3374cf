package io.duly.identifiers;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What forms and programs write where nobody filled in a value. */
public final class Placeholder {
  private static final Pattern BRACKETS = Pattern.compile("\\[.*]|<.*>|\\{.*}|%.*%|\\$\\{.*");
  private static final Pattern NOTHING = Pattern.compile("[\\p{P}\\p{S}\\s]+|[xX]{2,}|0{4,}");
  private static final Set<String> WORDS =
      Set.of("na", "none", "null", "nil", "unknown", "undefined", "tbd", "todo", "empty", "unbekannt", "keine", "kein", "ka", "leer", "inconnu", "neant",
          "onbekend", "geen", "nvt", "desconocido", "ninguno", "dummy", "test", "lorem ipsum");

  private Placeholder() {}

  /** Nobody is called so, and no place is. */
  public static boolean is(String text) {
    var given = text.strip();
    var word = given.toLowerCase(Locale.ROOT).replaceAll("[./]", "");
    return BRACKETS.matcher(given).matches() || NOTHING.matcher(given).matches() || WORDS.contains(word);
  }
}
