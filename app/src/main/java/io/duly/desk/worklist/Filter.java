package io.duly.desk.worklist;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lines must be like. What the database knows of a case as it stands narrows the list itself; the others are looked for
 * in what the list gives.
 *
 * @param currency as in {@code EUR}
 * @param stage as in {@code final_demand}
 * @param country as in {@code DE}
 * @param language as in {@code de}
 * @param name a part of the debtor's name
 * @param from what is owed at least, in major units of the case's currency, whatever it is
 * @param to what is owed at most, likewise
 * @param olderThan days overdue at least of the oldest invoice
 * @param promise what was promised
 * @param now only whom one may call at this minute
 */
public record Filter(
    Optional<String> currency,
    Optional<String> stage,
    Optional<String> country,
    Optional<String> language,
    Optional<String> name,
    Optional<Long> from,
    Optional<Long> to,
    Optional<Integer> olderThan,
    Optional<Kept> promise,
    boolean now) {
  public static final Filter NONE = of(Map.of());

  /** What was promised in a case. */
  public enum Kept {
    RUNNING,
    BROKEN,
    NONE
  }

  /** Reads an address's values; what is none is left out. */
  public static Filter of(Map<String, String> values) {
    return new Filter(
        text(values, "currency", "[A-Za-z]{3}").map(code -> code.toUpperCase(Locale.ROOT)),
        text(values, "stage", "[a-z_]{1,20}"),
        text(values, "country", "[A-Za-z]{2}").map(code -> code.toUpperCase(Locale.ROOT)),
        text(values, "language", "[A-Za-z]{2}").map(code -> code.toLowerCase(Locale.ROOT)),
        text(values, "name", ".{1,100}"),
        text(values, "from", "[0-9]{1,12}").map(Long::parseLong),
        text(values, "to", "[0-9]{1,12}").map(Long::parseLong),
        text(values, "older", "[0-9]{1,5}").map(Integer::parseInt),
        text(values, "promise", "running|broken|none").map(word -> Kept.valueOf(word.toUpperCase(Locale.ROOT))),
        values.getOrDefault("now", "").equals("1"));
  }

  private static Optional<String> text(Map<String, String> values, String name, String shape) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(Pattern.compile(shape).asMatchPredicate());
  }

  /** As an address writes it. */
  public Map<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    currency.ifPresent(code -> values.put("currency", code));
    stage.ifPresent(code -> values.put("stage", code));
    country.ifPresent(code -> values.put("country", code));
    language.ifPresent(code -> values.put("language", code));
    name.ifPresent(text -> values.put("name", text));
    from.ifPresent(amount -> values.put("from", amount.toString()));
    to.ifPresent(amount -> values.put("to", amount.toString()));
    olderThan.ifPresent(days -> values.put("older", days.toString()));
    promise.ifPresent(state -> values.put("promise", state.name().toLowerCase(Locale.ROOT)));
    if (now) {
      values.put("now", "1");
    }
    return values;
  }

  public boolean isNone() {
    return values().isEmpty();
  }

  /** Whether lines have to be looked at one by one. */
  public boolean looks() {
    return from.isPresent() || to.isPresent() || olderThan.isPresent() || promise.isPresent() || now;
  }

  boolean fits(Line line, LocalDate today) {
    return fitsAmount(line.work()) && fitsAge(line.work(), today) && promise.map(state -> state == kept(line)).orElse(true) && (!now || mayBeCalled(line));
  }

  private boolean fitsAmount(WorkLine line) {
    var owed = Money.ofMinor(line.open(), line.currency().strip()).major();
    return from.map(least -> owed.compareTo(BigDecimal.valueOf(least)) >= 0).orElse(true)
        && to.map(most -> owed.compareTo(BigDecimal.valueOf(most)) <= 0).orElse(true);
  }

  private boolean fitsAge(WorkLine line, LocalDate today) {
    return olderThan.map(days -> line.oldestDue().filter(due -> ChronoUnit.DAYS.between(due, today) >= days).isPresent()).orElse(true);
  }

  private static Kept kept(Line line) {
    var promised = line.facts().promised();
    return promised.running().isPresent() ? Kept.RUNNING : promised.broken() > 0 ? Kept.BROKEN : Kept.NONE;
  }

  private static boolean mayBeCalled(Line line) {
    var now = line.facts().now();
    return now.mayCall().isPresent() && !now.isClosed();
  }
}
