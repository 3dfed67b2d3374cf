package io.duly.correspondence.template;

import io.duly.strategy.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads a template and says all that is wrong with it at once. Safe on text from anywhere: it is bounded, and nothing in it
 * is ever run. The format is described in {@code docs/templates.md}.
 */
final class TemplateReader {
  static final int MOST_SIGNS = 20_000;

  private final Kind kind;
  private final List<String> lines;
  private final List<TemplateProblem> problems = new ArrayList<>();

  private TemplateReader(Kind kind, String text) {
    this.kind = kind;
    this.lines = text.lines().toList();
  }

  /** @throws InvalidTemplate with every problem found, in the order of the text */
  static Template read(Kind kind, String text) {
    if (text.length() > MOST_SIGNS) {
      throw new InvalidTemplate(List.of(new TemplateProblem(0, "A template has at most " + MOST_SIGNS + " signs.")));
    }
    var reader = new TemplateReader(kind, text);
    var template = reader.template(Section.of(text, reader.problems));
    if (!reader.problems.isEmpty()) {
      throw new InvalidTemplate(reader.inOrder());
    }
    return template;
  }

  /**
   * Reads what a person wrote by hand. What the law wants a message to say is added where it is not there.
   *
   * @throws InvalidTemplate with every problem found, in the order of the text
   */
  static Template read(HandWritten words, Channel channel) {
    return read(Kind.OWN_WORDS, words, channel);
  }

  /** The same, in the place of a template's words: it must have what that must have. */
  static Template read(Kind kind, HandWritten words, Channel channel) {
    var reader = new TemplateReader(kind, words.text());
    var template = channel == Channel.SMS ? reader.sms(words) : reader.letter(words);
    if (!reader.problems.isEmpty()) {
      throw new InvalidTemplate(reader.inOrder());
    }
    return template;
  }

  /** As the text has them; what is missing as a whole comes last. */
  private List<TemplateProblem> inOrder() {
    return problems.stream().sorted(Comparator.comparingInt(one -> one.line() == 0 ? Integer.MAX_VALUE : one.line())).toList();
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

  /** A guide for a call has no subject and no SMS; who asks for a better contact has no number to send one to. */
  private Set<Section.Name> needed() {
    return switch (kind) {
      case CALL -> EnumSet.of(Section.Name.BODY);
      case CONTACT_REQUEST -> EnumSet.of(Section.Name.SUBJECT, Section.Name.BODY);
      default -> EnumSet.allOf(Section.Name.class);
    };
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
        problem(0, variable, "{{" + variable.word() + "}} has no value in a " + kind.word() + "."));
    var inBody = Uses.of(body);
    // An SMS by itself has no body that anything could be missing from.
    (body.isEmpty() && subject.isEmpty() ? List.<Variable>of() : kind.mandatory()).stream().filter(variable -> !inBody.contains(variable)).forEach(variable ->
        problem("A " + kind.word() + " must have {{" + variable.word() + "}} in its body"
            + (variable.isBlock() ? ", alone in a paragraph." : ".")));
    Uses.unverified(sms).stream().filter(Variable::tellsOfTheDebt).forEach(variable ->
        problem(lineOf(Section.Name.SMS), variable, "{{" + variable.word() + "}} would tell whoever reads the SMS of the debt; it may stand between"
            + " {{if verified}} and {{end}} only" + (variable.isBlock() ? ", and blocks not even there." : ".")));
  }

  /** Where the section begins; 0 where it has no heading. */
  private int lineOf(Section.Name name) {
    return IntStream.range(0, lines.size()).filter(at -> lines.get(at).strip().equals("# " + name.word())).findFirst().orElse(0);
  }

  /** On the first line from there on that names the variable. */
  private void problem(int from, Variable variable, String message) {
    var named = Pattern.compile("\\{\\{\\s*" + Pattern.quote(variable.word()) + "\\s*}}");
    int line = IntStream.range(from, lines.size()).filter(at -> named.matcher(lines.get(at)).find()).map(at -> at + 1).findFirst().orElse(0);
    problems.add(new TemplateProblem(line, message));
  }

  private void problem(String message) {
    problems.add(new TemplateProblem(0, message));
  }
}
