package io.duly.correspondence;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.duly.rules.contact.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** The public holidays of countries and, where the place names one, of their parts. */
final class PublicHolidays implements Holidays {
  private final Set<String> known = Set.copyOf(HolidayManager.getSupportedCalendarCodes());
  private final ConcurrentMap<PlaceYear, Set<LocalDate>> years = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Optional<HolidayManager>> calendars = new ConcurrentHashMap<>();

  private record PlaceYear(String jurisdiction, int year) {}

  @Override
  public boolean on(String jurisdiction, LocalDate day) {
    return years.computeIfAbsent(new PlaceYear(jurisdiction, day.getYear()), this::days).contains(day);
  }

  private Set<LocalDate> days(PlaceYear of) {
    String[] place = of.jurisdiction.split("-", -1);
    String[] part = Arrays.copyOfRange(place, 1, place.length);
    Arrays.setAll(part, at -> part[at].toLowerCase(Locale.ROOT));
    return calendar(place[0]).stream()
        .flatMap(calendar -> calendar.getHolidays(Year.of(of.year), part).stream())
        .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<HolidayManager> calendar(String country) {
    return calendars.computeIfAbsent(
        country,
        code ->
            Optional.of(code)
                .filter(known::contains)
                .map(PublicHolidays::load));
  }

  /** One at a time: the library looks for its parts by a loader that two threads must not share. */
  private static HolidayManager load(String country) {
    synchronized (PublicHolidays.class) {
      return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
  }
}
