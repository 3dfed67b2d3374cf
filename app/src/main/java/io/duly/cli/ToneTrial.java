package io.duly.cli;

import io.duly.wording.CaseFacts;
import io.duly.wording.Language;
import io.duly.wording.Severity;
import io.duly.wording.ToneCheck;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks labelled sentences while nothing is known of the cases, and counts what was stopped. */
final class ToneTrial {
  private static final double NANOS_A_MILLISECOND = 1e6;
  private static final int WARMING = 200;

  /** Each sentence is checked so often and its shortest time counts, as the machine does other work too. */
  private static final int TIMES = 3;

  private final Map<String, Count> languages = new TreeMap<>();
  private final Count all = new Count();
  private long nanos;
  private long slowest;

  private ToneTrial() {}

  /** @param language a tag such as {@code de}; where its wording is not known the sentence is read in all languages */
  record Sentence(String language, String text, boolean harmful) {}

  /**
   * What was stopped of the sentences of a language.
   *
   * @param threatsStopped share of the harmful ones that were blocked or held; null where there is none
   * @param lawfulBlocked share of the lawful ones that were blocked
   * @param lawfulHeld share of the lawful ones that were held for approval
   */
  record Figures(
      @Nullable Double threatsStopped, @Nullable Double lawfulBlocked, @Nullable Double lawfulHeld, int threats, int threatsBlockedCount,
      int threatsHeldCount, int lawful, int lawfulBlockedCount, int lawfulHeldCount) {}

  /** @param slowestMillis the longest check of one sentence, after the vocabularies have been read and some checks made */
  record Report(Figures all, Map<String, Figures> languages, double slowestMillis, double meanMillis) {}

  static Report of(List<Sentence> sentences) {
    sentences.stream().limit(WARMING).forEach(new ToneTrial()::check);
    var trial = new ToneTrial();
    sentences.forEach(trial::check);
    var figures = new TreeMap<String, Figures>();
    trial.languages.forEach((language, count) -> figures.put(language, count.figures()));
    double millis = trial.nanos / NANOS_A_MILLISECOND;
    return new Report(trial.all.figures(), figures, trial.slowest / NANOS_A_MILLISECOND, sentences.isEmpty() ? 0 : millis / sentences.size());
  }

  private void check(Sentence sentence) {
    Optional<Language> language = Language.of(sentence.language());
    ToneCheck check = language.map(ToneCheck::of).orElseGet(ToneCheck::ofAnyLanguage);
    Severity gravest = Severity.HINT;
    long took = Long.MAX_VALUE;
    for (int time = 0; time < TIMES; time++) {
      long begin = System.nanoTime();
      gravest = ToneCheck.gravest(check.check(sentence.text(), CaseFacts.unknown()));
      took = Math.min(took, System.nanoTime() - begin);
    }
    nanos += took;
    slowest = Math.max(slowest, took);
    all.add(sentence.harmful(), gravest);
    languages.computeIfAbsent(language.map(Language::code).orElse("other"), _ -> new Count()).add(sentence.harmful(), gravest);
  }

  private static final class Count {
    private final Map<Severity, Integer> harmful = new EnumMap<>(Severity.class);
    private final Map<Severity, Integer> lawful = new EnumMap<>(Severity.class);

    void add(boolean harm, Severity gravest) {
      (harm ? harmful : lawful).merge(gravest, 1, Integer::sum);
    }

    Figures figures() {
      int blocked = harmful.getOrDefault(Severity.BLOCK, 0);
      int held = harmful.getOrDefault(Severity.NEEDS_APPROVAL, 0);
      int lawfulBlocked = lawful.getOrDefault(Severity.BLOCK, 0);
      int lawfulHeld = lawful.getOrDefault(Severity.NEEDS_APPROVAL, 0);
      int threats = sum(harmful);
      int firm = sum(lawful);
      return new Figures(
          share(blocked + held, threats), share(lawfulBlocked, firm), share(lawfulHeld, firm), threats, blocked, held, firm, lawfulBlocked, lawfulHeld);
    }

    private static int sum(Map<Severity, Integer> counts) {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static @Nullable Double share(int some, int all) {
      return all == 0 ? null : (double) some / all;
    }
  }
}
