package io.duly.moratorium;

import io.duly.moratorium.Caveat.Seeker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A breathing space that a law gives.
 *
 * @param word names it in files and in the database
 * @param country of the law, ISO 3166-1
 * @param regions of that country where it is in force, as ISO 3166-2 has them after the hyphen
 * @param between years that must lie between two of them; 0 where the law asks for none
 * @param law where it stands
 */
public record Moratorium(String word, String country, List<String> regions, Lasting lasting, int between, String law) {

  public Moratorium {
    regions = List.copyOf(regions);
  }

  /** Whether its end depends on a treatment. */
  public boolean isOfTreatment() {
    return lasting instanceof Lasting.AfterTreatment;
  }

  /**
   * The days on which it is in force.
   *
   * @param treated the day on which a treatment ended
   * @param cancelled the first day on which it is in force no more, where somebody ended it early
   */
  public Span from(LocalDate first, Optional<LocalDate> treated, Optional<LocalDate> cancelled) {
    var last = lasting.lastDay(first, treated);
    var early = cancelled.map(day -> day.minusDays(1));
    return new Span(first, early.filter(day -> last.map(day::isBefore).orElse(true)).or(() -> last));
  }

  /** Where the law seems not to have this debtor in mind. Whether it does is for the adviser who gives it: it counts all the same. */
  public List<Caveat> caveats(Seeker seeker, LocalDate first) {
    var all = new ArrayList<Caveat>();
    if (seeker.country().filter(place -> !place.equals(country)).isPresent() || seeker.region().filter(place -> !regions.contains(place)).isPresent()) {
      all.add(Caveat.ELSEWHERE);
    }
    if (seeker.isCompany()) {
      all.add(Caveat.COMPANY);
    }
    if (seeker.tradesAlone()) {
      all.add(Caveat.TRADES_ALONE);
    }
    if (between > 0 && seeker.before().filter(day -> day.isAfter(first.minusYears(between))).isPresent()) {
      all.add(Caveat.AGAIN_TOO_SOON);
    }
    return List.copyOf(all);
  }
}
