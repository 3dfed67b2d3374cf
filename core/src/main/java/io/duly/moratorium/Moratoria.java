package io.duly.moratorium;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The moratoria that Duly knows, from the table beside this class. */
public final class Moratoria {
  private static final List<Moratorium> ALL = read("moratoria.csv");

  private Moratoria() {}

  public static List<Moratorium> all() {
    return ALL;
  }

  /** The one of that name. */
  public static Optional<Moratorium> of(String word) {
    return ALL.stream().filter(one -> one.word().equals(word)).findFirst();
  }

  private static List<Moratorium> read(String name) {
    try (InputStream file = Objects.requireNonNull(Moratoria.class.getResourceAsStream(name), name)) {
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1).map(Moratoria::one).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The shipped table " + name + " cannot be read", unreadable);
    }
  }

  private static Moratorium one(String line) {
    var cells = line.split(",", 7);
    int length = Integer.parseInt(cells[4]);
    var lasting =
        switch (cells[3]) {
          case "days" -> new Lasting.Days(length);
          case "months" -> new Lasting.Months(length);
          case "days-after-treatment" -> new Lasting.AfterTreatment(length);
          default -> throw new IllegalStateException("A moratorium lasts days, months or days-after-treatment, not \"" + cells[3] + "\"");
        };
    return new Moratorium(cells[0], cells[1], List.of(cells[2].split(" ")), lasting, Integer.parseInt(cells[5]), cells[6]);
  }
}
