package io.duly.correspondence;

import io.duly.kernel.CreditorId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a debtor and of its creditor give where contacts are asked about. Those of whom the same is given are
 * asked about alike, until something is said to them or by them.
 *
 * @param kind as in {@code company}
 * @param collects as in {@code own}; empty where it is not known
 * @param city only in the United States, where a city may have rules of its own
 * @param zone the debtor's own, where one is known
 */
public record GivenDebtor(
    CreditorId creditor,
    String kind,
    Optional<String> collects,
    Optional<String> country,
    Optional<String> region,
    Optional<String> city,
    Optional<String> zone,
    Optional<String> creditorZone) {

  /** Where the creditor is and for whom it collects. */
  public record Creditor(@Nullable String collects, @Nullable String zone) {}

  /** Where the debtor is. */
  public record Place(@Nullable String country, @Nullable String region, @Nullable String city, @Nullable String zone) {}

  public static GivenDebtor of(CreditorId id, Creditor creditor, String kind, Place place) {
    var country = written(place.country);
    return new GivenDebtor(
        id,
        kind,
        written(creditor.collects),
        country,
        written(place.region),
        written(place.city).filter(_ -> country.filter("US"::equals).isPresent()),
        written(place.zone),
        written(creditor.zone));
  }

  private static Optional<String> written(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
  }
}
