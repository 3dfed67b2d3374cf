package io.duly.desk.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param next the address of the next page; absent on the last
 */
record Listing<T>(List<T> items, Optional<String> next) {
  /** How many items a page has where nothing is said, and at most. */
  static final int USUAL = 50;

  static final int MOST = 200;

  static <T> Listing<T> of(List<T> items, Optional<String> cursor) {
    return new Listing<>(items, cursor.map(Listing::after));
  }

  static <T> Listing<T> whole(List<T> items) {
    return new Listing<>(items, Optional.empty());
  }

  /**
   * A page of what was read with one more than fits.
   *
   * @param list what the list is of, as for {@link Cursor}
   * @param place where an item stands in it
   */
  static <T> Listing<T> cut(List<T> found, int limit, String list, Function<T, String> place) {
    var page = found.subList(0, Math.min(limit, found.size()));
    return of(page, found.size() > limit ? Optional.of(Cursor.of(list, place.apply(page.getLast()))) : Optional.empty());
  }

  <R> Listing<R> map(Function<? super T, R> into) {
    return new Listing<>(items.stream().map(into).toList(), next);
  }

  private static String after(String cursor) {
    var address = ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("cursor", cursor).encode().build();
    return address.getPath() + "?" + address.getQuery();
  }
}
