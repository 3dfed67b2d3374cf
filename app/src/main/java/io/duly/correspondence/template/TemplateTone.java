package io.duly.correspondence.template;

import io.duly.strategy.Channel;
import io.duly.strategy.Tone;
import io.duly.wording.Category;
import io.duly.wording.Finding;
import io.duly.wording.Language;
import io.duly.wording.Severity;
import io.duly.wording.ToneCheck;
import java.util.LinkedHashMap;
import java.util.List;

/** Checks what a template says in an example, in every tone (P12). */
final class TemplateTone {
  private TemplateTone() {}

  /** @throws InvalidTemplate where it says what may never be said */
  static List<Finding> check(Kind kind, Language language, Template template) {
    var found = findings(kind, language, template);
    var blocked = found.stream().filter(finding -> finding.severity() == Severity.BLOCK).map(TemplateTone::problem).toList();
    if (!blocked.isEmpty()) {
      throw new InvalidTemplate(blocked);
    }
    return found;
  }

  /** All that is found, the gravest with it, each once. */
  static List<Finding> findings(Kind kind, Language language, Template template) {
    var found = new LinkedHashMap<String, Finding>();
    var occasion = Example.of(kind, language);
    var check = ToneCheck.of(language);
    for (var tone : Tone.values()) {
      var composed = Composer.compose(template, occasion, language, tone, Channel.EMAIL);
      check.check(composed.words(), occasion.facts()).forEach(finding -> found.putIfAbsent(finding.rule() + finding.words(), finding));
      check.check(composed.sms(), occasion.facts()).stream()
          .filter(finding -> finding.category() != Category.GOOD_SIDE)
          .forEach(finding -> found.putIfAbsent(finding.rule() + finding.words(), finding));
    }
    return List.copyOf(found.values());
  }

  private static TemplateProblem problem(Finding finding) {
    return new TemplateProblem(
        0, "\"" + finding.words().replaceAll("\\s+", " ") + "\" may never be sent: " + finding.why()
            + (finding.better().isEmpty() ? "" : " " + finding.better()));
  }
}
