package io.duly.correspondence;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Where a debtor is, as far as their address tells.
 *
 * @param jurisdictions as in {@code US-MA}; empty where no country is known
 * @param zones every zone in which they may be; never empty
 * @param primary the zone by which their days are counted
 */
record DebtorPlace(Set<String> jurisdictions, Set<ZoneId> zones, ZoneId primary) {
  private static final Set<String> NEW_YORK_CITY = Set.of("new york", "new york city", "brooklyn", "bronx", "queens", "staten island");

  /** As many as there are codes of countries: two letters each, as the database holds them. */
  private static final Map<String, Set<ZoneId>> OF_COUNTRIES = new ConcurrentHashMap<>();

  /**
   * @param named the debtor's own zone, where one is known
   * @param fallback the creditor's zone, for a debtor of whom no place is known
   */
  static DebtorPlace of(
      Optional<String> country, Optional<String> region, Optional<String> city, Optional<String> named, ZoneId fallback) {
    Set<ZoneId> ofCountry = country.map(DebtorPlace::zonesOf).orElse(Set.of());
    Optional<ZoneId> own = named.flatMap(DebtorPlace::zone);
    Set<ZoneId> zones = new HashSet<>(own.filter(zone -> fits(zone, ofCountry)).map(Set::of).orElse(ofCountry));
    own.ifPresent(zones::add);
    if (zones.isEmpty()) {
      zones.add(fallback);
    }
    return new DebtorPlace(jurisdictions(country, region, city), Set.copyOf(zones), own.orElseGet(() -> first(zones, fallback)));
  }

  DebtorPlace alsoIn(Set<ZoneId> others) {
    var all = new HashSet<>(zones);
    all.addAll(others);
    return new DebtorPlace(jurisdictions, Set.copyOf(all), primary);
  }

  /** A zone that its country does not have is one more zone, not the only one. */
  private static boolean fits(ZoneId zone, Set<ZoneId> ofCountry) {
    return ofCountry.isEmpty() || ofCountry.contains(zone);
  }

  private static ZoneId first(Set<ZoneId> zones, ZoneId preferred) {
    return zones.contains(preferred)
        ? preferred
        : zones.stream().min(Comparator.comparing(ZoneId::getId)).orElseThrow();
  }

  private static Set<ZoneId> zonesOf(String country) {
    return OF_COUNTRIES.computeIfAbsent(country, DebtorPlace::knownZonesOf);
  }

  private static Set<ZoneId> knownZonesOf(String country) {
    return TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
        .flatMap(id -> zone(id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Set<String> jurisdictions(Optional<String> country, Optional<String> region, Optional<String> city) {
    return country
        .map(code -> region.filter(part -> part.matches("[A-Za-z]{2,3}")).map(part -> code + "-" + part.toUpperCase(Locale.ROOT)).orElse(code))
        .map(place -> isNewYorkCity(place, city) ? "US-NY-NYC" : place)
        .map(Set::of)
        .orElse(Set.of());
  }

  private static boolean isNewYorkCity(String place, Optional<String> city) {
    return place.equals("US-NY") && city.filter(name -> NEW_YORK_CITY.contains(name.strip().toLowerCase(Locale.ROOT))).isPresent();
  }
}
