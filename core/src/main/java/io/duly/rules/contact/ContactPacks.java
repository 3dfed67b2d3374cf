package io.duly.rules.contact;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The packs that are asked.
 *
 * @param always rules of the house, wherever the debtor is
 * @param places by country
 * @param elsewhere for a debtor in none of these places, or in an unknown one
 */
public record ContactPacks(ContactPack always, List<ContactPack> places, ContactPack elsewhere) {
  private static final List<String> NAMES =
      List.of("us", "gb", "de", "at", "ch", "fr", "nl", "ie", "eu", "au", "ca", "in");

  public ContactPacks {
    places = List.copyOf(places);
  }

  /** Those that come with Duly. */
  public static ContactPacks shipped() {
    return new ContactPacks(
        ContactPackReader.shipped("house"),
        NAMES.stream().map(ContactPackReader::shipped).toList(),
        ContactPackReader.shipped("elsewhere"));
  }

  /** All of them, the rules of the house first. */
  public List<ContactPack> all() {
    return Stream.of(Stream.of(always), places.stream(), Stream.of(elsewhere))
        .flatMap(packs -> packs)
        .toList();
  }

  /** The packs of every place that the debtor may be in, under the rules of the house. */
  public List<ContactPack> of(Set<String> jurisdictions) {
    Stream<ContactPack> local =
        jurisdictions.isEmpty()
            ? Stream.of(elsewhere)
            : jurisdictions.stream().sorted().map(this::of).distinct();
    return Stream.concat(Stream.of(always), local).toList();
  }

  private ContactPack of(String jurisdiction) {
    String country = jurisdiction.split("-", 2)[0];
    return places.stream()
        .filter(pack -> pack.jurisdictions().contains(country))
        .findFirst()
        .orElse(elsewhere);
  }
}
