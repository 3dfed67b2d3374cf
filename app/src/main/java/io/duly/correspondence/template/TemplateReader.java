package io.duly.correspondence.template;

import io.duly.strategy.Channel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a template and says all that is wrong with it at once. Safe on text from anywhere: it is bounded, and nothing in it
 * is ever run. The format is described in {@code docs/templates.md}.
 */
final class TemplateReader {
  static final int MOST_SIGNS = 20_000;

  private final Kind kind;
  private final List<TemplateProblem> problems = new ArrayList<>();

  private TemplateReader(Kind kind) {
    this.kind = kind;
  }

  /** @throws InvalidTemplate with every problem found, in the order of the text */
  static Template read(Kind kind, String text) {
    if (text.length() > MOST_SIGNS) {
      throw new InvalidTemplate(List.of(new TemplateProblem(0, "A template has at most " + MOST_SIGNS + " signs.")));
    }
    var reader = new TemplateReader(kind);
    var template = reader.template(Section.of(text, reader.problems));
    if (!reader.problems.isEmpty()) {
      throw new InvalidTemplate(reader.problems);
    }
    return template;
  }

  /**
   * Reads what a person wrote by hand. What the law wants a message to say is added where it is not there.
   *
   * @throws InvalidTemplate with every problem found, in the order of the text
   */
  static Template read(HandWritten words, Channel channel) {
    var reader = new TemplateReader(Kind.OWN_WORDS);
    var template = channel == Channel.SMS ? reader.sms(words) : reader.letter(words);
    if (!reader.problems.isEmpty()) {
      throw new InvalidTemplate(reader.problems);
    }
    return template;
  }

  private Template sms(HandWritten words) {
    var sms = parts(Section.Name.SMS, words.text());
    check(List.of(), sms, List.of());
    return new Template(List.of(), List.of(), sms);
  }

  private Template letter(HandWritten words) {
    var body = new ArrayList<>(parts(Section.Name.BODY, words.withItsLines()));
    if (words.subject().isBlank()) {
      problem("It has no subject yet.");
    }
    var subject = words.subject().isBlank() ? List.<Inline>of() : subject(parts(Section.Name.SUBJECT, words.subject().strip()));
    check(body, List.of(), subject);
    if (!Uses.of(body).contains(Variable.NOTICES)) {
      body.add(new Part.Block(Variable.NOTICES));
    }
    return new Template(subject, body, List.of());
  }

  private List<Part> parts(Section.Name name, String text) {
    return new SectionReader(new Section(name, 1, text), problems).parts();
  }

  private Template template(Map<Section.Name, Section> sections) {
    var read = new EnumMap<Section.Name, List<Part>>(Section.Name.class);
    for (var name : needed()) {
      var section = sections.get(name);
      if (section == null) {
        problems.add(new TemplateProblem(0, "The section \"# " + name.word() + "\" is missing."));
        read.put(name, List.of());
      } else {
        read.put(name, new SectionReader(section, problems).parts());
      }
    }
    var body = read.getOrDefault(Section.Name.BODY, List.of());
    var sms = read.getOrDefault(Section.Name.SMS, List.of());
    var subject = subject(read.getOrDefault(Section.Name.SUBJECT, List.of()));
    check(body, sms, subject);
    return new Template(subject, body, sms);
  }

  /** A guide for a call has no subject and no SMS. */
  private Set<Section.Name> needed() {
    return kind == Kind.CALL ? EnumSet.of(Section.Name.BODY) : EnumSet.allOf(Section.Name.class);
  }

  private List<Inline> subject(List<Part> parts) {
    if (parts.size() == 1 && parts.getFirst() instanceof Part.Paragraph one) {
      return one.line();
    }
    if (needed().contains(Section.Name.SUBJECT) && problems.isEmpty()) {
      problems.add(new TemplateProblem(0, "The subject is one line without conditions, lists or blocks."));
    }
    return List.of();
  }

  private void check(List<Part> body, List<Part> sms, List<Inline> subject) {
    var used = EnumSet.noneOf(Variable.class);
    Uses.of(body).forEach(used::add);
    subject.forEach(inline -> Uses.add(inline, used));
    Uses.of(sms).forEach(used::add);
    used.stream().filter(variable -> !kind.allows(variable)).forEach(variable ->
        problem("{{" + variable.word() + "}} has no value in a " + kind.word() + "."));
    var inBody = Uses.of(body);
    kind.mandatory().stream().filter(variable -> !inBody.contains(variable)).forEach(variable ->
        problem("A " + kind.word() + " must have {{" + variable.word() + "}} in its body"
            + (variable.isBlock() ? ", alone in a paragraph." : ".")));
    Uses.unverified(sms).stream().filter(Variable::tellsOfTheDebt).forEach(variable ->
        problem("{{" + variable.word() + "}} would tell whoever reads the SMS of the debt; it may stand between"
            + " {{if verified}} and {{end}} only" + (variable.isBlock() ? ", and blocks not even there." : ".")));
  }

  private void problem(String message) {
    problems.add(new TemplateProblem(0, message));
  }
}
