package io.duly.rules.contact;

import io.duly.rules.Basis;
import io.duly.rules.InvalidRulePack;
import io.duly.rules.PackEntry;
import io.duly.rules.PackText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads contact packs from YAML. The format is in docs/contact-rules.md. */
public final class ContactPackReader {
  private final String country;

  private ContactPackReader(String country) {
    this.country = country;
  }

  /**
   * Reads one pack.
   *
   * @throws InvalidRulePack with the line and what belongs there
   */
  public static ContactPack read(String yaml) {
    return PackText.read(yaml, ContactPackReader::pack);
  }

  static ContactPack shipped(String name) {
    try (InputStream file = ContactPackReader.class.getResourceAsStream(name + ".yaml")) {
      if (file == null) {
        throw new IllegalArgumentException("No contact pack \"" + name + "\" is shipped");
      }
      return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The contact pack " + name + " cannot be read", unreadable);
    }
  }

  private static ContactPack pack(PackEntry entry) {
    List<String> jurisdictions = entry.texts("jurisdictions");
    var reader = new ContactPackReader(jurisdictions.isEmpty() ? "any" : jurisdictions.getFirst());
    return new ContactPack(entry.text("pack"), jurisdictions, entry.each("rules", reader::rule));
  }

  private ContactRule rule(PackEntry entry) {
    Set<Channel> channels = orAll(entry.words("channels", Channel.class), Channel.class);
    return new ContactRule(
        new Basis(
            entry.text("id"),
            entry.find("place").isPresent() ? entry.text("place") : country,
            entry.text("statute"),
            entry.text("section"),
            entry.text("source")),
        entry.texts("notIn"),
        entry.text("binding"),
        word(entry, "protects", Party.UNKNOWN),
        word(entry, "binds", Collecting.UNKNOWN),
        channels,
        entry.find("from").map(_ -> entry.date("from")),
        limit(entry, channels));
  }

  private static Limit limit(PackEntry entry, Set<Channel> channels) {
    String kind = entry.text("kind");
    return switch (kind) {
      case "hours" -> hours(entry);
      case "cap" -> cap(entry, channels);
      case "cool-down" ->
          new CoolDown(entry.whole("days"), channels, entry.flag("perDebt"), entry.flag("consent"));
      case "notice-first" -> new NoticeFirst(entry.whole("days"));
      case "consent-first" -> new ConsentFirst();
      case "stop-all" -> new Stopped(true);
      case "stop-channel" -> new Stopped(false);
      case "represented" -> new Represented();
      case "inconvenient" -> new Unwelcome();
      case "hold" -> new Held();
      default ->
          throw entry.wrong(
              "kind",
              "a rule is hours, cap, cool-down, notice-first, consent-first, stop-all,"
                  + " stop-channel, represented, inconvenient or hold, not "
                  + kind);
    };
  }

  private static Hours hours(PackEntry entry) {
    return new Hours(
        entry.each("open", ContactPackReader::span),
        entry.flag("closedOnHolidays"),
        entry.flag("lastMoment"),
        entry.flag("replies"));
  }

  private static Hours.Span span(PackEntry entry) {
    Set<DayOfWeek> days = orAll(entry.words("days", DayOfWeek.class), DayOfWeek.class);
    return new Hours.Span(days, entry.time("from"), entry.time("to"));
  }

  private static Cap cap(PackEntry entry, Set<Channel> channels) {
    var unit = entry.word("window", Window.Unit.class);
    return new Cap(
        entry.whole("most"),
        new Window(unit, unit == Window.Unit.ROLLING ? entry.whole("days") : 0),
        orAll(entry.words("counts", ContactKind.class), ContactKind.class),
        channels,
        entry.flag("perDebt"),
        entry.flag("unconnected"),
        entry.flag("consent"));
  }

  private static <E extends Enum<E>> E word(PackEntry entry, String key, E otherwise) {
    return entry
        .find(key)
        .map(_ -> entry.word(key, otherwise.getDeclaringClass()))
        .orElse(otherwise);
  }

  private static <E extends Enum<E>> Set<E> orAll(List<E> named, Class<E> type) {
    return named.isEmpty() ? EnumSet.allOf(type) : EnumSet.copyOf(named);
  }
}
