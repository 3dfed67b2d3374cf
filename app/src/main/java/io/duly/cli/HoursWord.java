package io.duly.cli;

import io.duly.rules.contact.Inconvenient;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hours of the week as they are written at the command line: {@code mon-fri 15:00-17:00}. */
final class HoursWord {
  private static final String DAY = "(?:mon|tue|wed|thu|fri|sat|sun)";
  private static final Pattern FORM =
      Pattern.compile("(" + DAY + "(?:[-,]" + DAY + ")*|daily)(?: (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d))?");

  private HoursWord() {}

  /** @throws CannotDo where they cannot be read, or end before they begin */
  static Inconvenient read(String text, Optional<LocalDate> until) {
    var found = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      throw unreadable(text);
    }
    try {
      return new Inconvenient(days(found.group(1)), time(found.group(2)), end(found.group(3)), until);
    } catch (DateTimeException | IllegalArgumentException _) {
      throw unreadable(text);
    }
  }

  private static CannotDo unreadable(String text) {
    return new CannotDo("'" + text + "' are no hours such as \"mon-fri 15:00-17:00\", \"sat,sun\" or \"daily 12:00-14:00\"");
  }

  private static LocalTime time(@Nullable String text) {
    return text == null ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }

  private static LocalTime end(@Nullable String text) {
    return text == null || text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }

  private static Set<DayOfWeek> days(String text) {
    if (text.equals("daily")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var part : Pattern.compile(",").splitAsStream(text).toList()) {
      var ends = Pattern.compile("-").splitAsStream(part).map(HoursWord::day).toList();
      for (var day = ends.getFirst(); ; day = day.plus(1)) {
        days.add(day);
        if (day == ends.getLast()) {
          break;
        }
      }
    }
    return days;
  }

  private static DayOfWeek day(String word) {
    for (var day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(word)) {
        return day;
      }
    }
    throw new IllegalArgumentException(word);
  }
}
