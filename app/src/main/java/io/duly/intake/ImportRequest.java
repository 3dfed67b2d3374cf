package io.duly.intake;

import io.duly.intake.reading.Codes;
import io.duly.intake.reading.ColumnMap;
import io.duly.intake.reading.DateOrder;
import io.duly.intake.reading.MapReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How files are to be taken in.
 *
 * @param creditor by name, made where there is none of it
 * @param asOf take in the world as it was known at the end of this day; what came later arrives on its day
 * @param map the text of a map (YAML, {@code docs/import.md}): what the files do not say themselves
 * @param dates {@code dmy}, {@code mdy} or {@code ymd}: how 03/04/2026 is meant
 * @param currency ISO code of amounts that do not say theirs
 * @param today the business date
 * @param name what the file is called, where that is not the name under which it lies on disk
 * @param by who handed it in, where that is known: {@code person:<login>}
 * @param account of bank files that do not say theirs
 * @param savedMap the name of the saved map that {@code map} is, where it is one
 */
public record ImportRequest(
    Optional<String> creditor,
    Optional<LocalDate> asOf,
    Optional<String> map,
    Optional<String> dates,
    Optional<String> currency,
    LocalDate today,
    Optional<String> name,
    Optional<String> by,
    Optional<String> account,
    Optional<String> savedMap) {

  public ImportRequest(
      Optional<String> creditor, Optional<LocalDate> asOf, Optional<String> map, Optional<String> dates, Optional<String> currency, LocalDate today) {
    this(creditor, asOf, map, dates, currency, today, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public ImportRequest(
      Optional<String> creditor, Optional<LocalDate> asOf, Optional<String> map, Optional<String> dates, Optional<String> currency, LocalDate today,
      Optional<String> name, Optional<String> by, Optional<String> account) {
    this(creditor, asOf, map, dates, currency, today, name, by, account, Optional.empty());
  }

  /** Files that say everything themselves. */
  public static ImportRequest on(LocalDate today) {
    return new ImportRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), today);
  }

  public ImportRequest of(String name) {
    return new ImportRequest(Optional.of(name), asOf, map, dates, currency, today, this.name, by, account, savedMap);
  }

  public ImportRequest asOf(LocalDate day) {
    return new ImportRequest(creditor, Optional.of(day), map, dates, currency, today, name, by, account, savedMap);
  }

  public ImportRequest mapped(String yaml) {
    return new ImportRequest(creditor, asOf, Optional.of(yaml), dates, currency, today, name, by, account, savedMap);
  }

  /** As the creditor's files with these columns are read. */
  ImportRequest mapped(SavedMap saved) {
    return new ImportRequest(creditor, asOf, Optional.of(saved.yaml()), dates, currency, today, name, by, account, Optional.of(saved.name()));
  }

  /** A file that somebody handed in under a name of its own. */
  public ImportRequest handedIn(String called, String who) {
    return new ImportRequest(creditor, asOf, map, dates, currency, today, Optional.of(called), Optional.of(who), account, savedMap);
  }

  /** The same for a file that is called otherwise than it lies on disk. */
  ImportRequest called(String other) {
    return new ImportRequest(creditor, asOf, map, dates, currency, today, Optional.of(other), by, account);
  }

  /** Handed in by somebody on a page, where they also say whether its map is kept. */
  public boolean onPage() {
    return by.filter(who -> who.startsWith("person:")).isPresent();
  }

  /** What a file is called: as it was handed in, else as it lies on disk. */
  public String nameOf(Path file) {
    return name.orElseGet(() -> String.valueOf(file.getFileName()));
  }

  /** The same for files of this bank account and currency, which do not say it themselves. */
  public ImportRequest ofAccount(String number, String code) {
    return new ImportRequest(creditor, asOf, map, dates, Optional.of(code), today, name, by, Optional.of(number), savedMap);
  }

  /**
   * The currency of amounts that do not say theirs.
   *
   * @throws CannotImport where it is none
   */
  public Optional<String> currencyMeant() {
    return currency.map(ImportRequest::code);
  }

  ColumnMap columns() {
    return map.map(ImportRequest::read).orElse(ColumnMap.NONE).with(dates.map(ImportRequest::order), currency.map(ImportRequest::code));
  }

  /** @throws CannotImport where the map is not as it should be */
  static ColumnMap read(String yaml) {
    try {
      return MapReader.read(yaml);
    } catch (MapReader.InvalidMap wrong) {
      throw new CannotImport(String.valueOf(wrong.getMessage()));
    }
  }

  private static DateOrder order(String word) {
    return DateOrder.named(word).orElseThrow(() -> new CannotImport("--dates is dmy, mdy or ymd, not '" + word + "'."));
  }

  private static String code(String said) {
    return Optional.of(said.toUpperCase(Locale.ROOT)).filter(Codes::isCurrency)
        .orElseThrow(() -> new CannotImport("--currency is a code such as EUR, not '" + said + "'."));
  }
}
