package io.duly.correspondence.template;

import io.duly.wording.Category;
import io.duly.wording.Finding;
import io.duly.wording.Language;
import io.duly.wording.Severity;
import io.duly.wording.ToneCheck;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the text of a template reads while it is written.
 *
 * @param marks findings in the text as it stands, with their places in it
 * @param findings in what comes out of it for an example in every tone; these decide whether it can be saved
 * @param problems why it cannot be used, in the order of the text; nothing comes out of it then
 */
public record TemplateReading(List<Finding> marks, List<Finding> findings, List<TemplateProblem> problems) {

  static TemplateReading of(Kind kind, Language language, String source) {
    var marks = source.length() > TemplateReader.MOST_SIGNS ? List.<Finding>of() : marks(kind, language, source);
    try {
      var found = TemplateTone.findings(kind, language, TemplateReader.read(kind, source));
      var rules = found.stream().map(Finding::rule).collect(Collectors.toSet());
      return new TemplateReading(marks.stream().filter(one -> rules.contains(one.rule())).toList(), found, List.of());
    } catch (InvalidTemplate wrong) {
      return new TemplateReading(marks, List.of(), wrong.problems());
    }
  }

  private static List<Finding> marks(Kind kind, Language language, String source) {
    return ToneCheck.of(language).check(source, Example.of(kind, language).facts()).stream()
        .filter(one -> one.category() != Category.GOOD_SIDE)
        .toList();
  }

  /** Those that have no place in the text: they come out of several parts of it, or something is missing. */
  public List<Finding> unmarked() {
    var marked = marks.stream().map(Finding::rule).collect(Collectors.toSet());
    return findings.stream().filter(one -> !marked.contains(one.rule())).toList();
  }

  public boolean has(Severity severity) {
    return (problems.isEmpty() ? findings : marks).stream().anyMatch(one -> one.severity() == severity);
  }
}
