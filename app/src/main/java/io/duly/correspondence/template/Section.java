package io.duly.correspondence.template;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A section of a template's file.
 *
 * @param from the line of the file on which its text begins, from 1
 */
record Section(Name name, int from, String text) {

  enum Name {
    SUBJECT,
    BODY,
    SMS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The sections of a file; what is before the first, or under another heading, is a problem. */
  static Map<Name, Section> of(String text, List<TemplateProblem> problems) {
    var sections = new EnumMap<Name, Section>(Name.class);
    var lines = text.lines().toList();
    int at = 0;
    while (at < lines.size()) {
      var name = heading(lines.get(at));
      int end = at + 1;
      while (end < lines.size() && heading(lines.get(end)).isEmpty()) {
        end++;
      }
      var inside = String.join("\n", lines.subList(name.isPresent() ? at + 1 : at, end));
      if (name.isEmpty() && !inside.isBlank()) {
        problems.add(new TemplateProblem(at + 1, "A template begins with \"# subject\", \"# body\" or \"# sms\"."));
      }
      int from = at + 2;
      name.filter(one -> sections.put(one, new Section(one, from, inside)) != null)
          .ifPresent(one -> problems.add(new TemplateProblem(from - 1, "The section \"# " + one.word() + "\" is there twice.")));
      at = end;
    }
    return sections;
  }

  private static Optional<Name> heading(String line) {
    return Stream.of(Name.values()).filter(name -> line.strip().equals("# " + name.word())).findFirst();
  }
}
