package io.duly.correspondence.sending;

import io.duly.wording.Finding;
import io.duly.wording.Language;
import io.duly.wording.Severity;
import io.duly.wording.ToneCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Judges the words of a message at the moment of sending (P12). */
final class Tone {
  private static final Map<Optional<Language>, ToneCheck> CHECKS = new ConcurrentHashMap<>();

  private Tone() {}

  /** What is wrong with the words: nothing, nothing that a yes of a person would not mend, or that they may never leave. */
  static Verdict judge(Written written, String language) {
    return judge(written, findings(written, language));
  }

  /** @param findings on these words */
  static Verdict judge(Written written, List<Finding> findings) {
    if (written.words().length() > ToneCheck.MOST_SIGNS) {
      return new Verdict.Withdraw("its text is too long to be checked");
    }
    return switch (ToneCheck.gravest(findings)) {
      case HINT -> new Verdict.Passes(java.util.Set.of());
      case NEEDS_APPROVAL -> new Verdict.AskPerson("its wording needs a second person: " + why(findings, Severity.NEEDS_APPROVAL));
      case BLOCK -> new Verdict.Withdraw("its wording may never leave: " + why(findings, Severity.BLOCK));
    };
  }

  /** Nothing where the text is too long to be checked. */
  static List<Finding> findings(Written written, String language) {
    if (written.words().length() > ToneCheck.MOST_SIGNS) {
      return List.of();
    }
    var check = CHECKS.computeIfAbsent(Language.of(language), one -> one.map(ToneCheck::of).orElseGet(ToneCheck::ofAnyLanguage));
    return check.check(written.words(), written.facts());
  }

  private static String why(List<Finding> findings, Severity severity) {
    return findings.stream()
        .filter(finding -> finding.severity() == severity)
        .map(Finding::why)
        .distinct()
        .limit(3)
        .collect(Collectors.joining("; "));
  }
}
