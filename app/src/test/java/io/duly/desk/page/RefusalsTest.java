package io.duly.desk.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.duly.agreements.BargainRules;
import io.duly.agreements.Bargainer;
import io.duly.banking.cash.Sentences;
import io.duly.matching.Why;
import io.duly.plans.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Whatever the code can say to somebody at the desk is found in the code itself, and is in the German book. */
class RefusalsTest {
  private static final Pattern REFUSAL = Pattern.compile("new (?:Cannot(?:Record|Match|Copy|Change|Render)|AllocationRefused)\\(|\\srefused\\((?=\"|error)");
  /** A text that is no sentence: the name of a column or of a key. */
  private static final Pattern NAME = Pattern.compile("(?:get|say|join)\\(\\s*\"[^\"]*\"");
  private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^\"+?:]+)");
  private static final Pattern ENGLISH =
      Pattern.compile("(?i)\\b(?:the|is|are|of|and|not|were|has|have|for|with|without|this|that|until|about|say|choose|there|no|nothing|but)\\b");

  /** Begun with what may be done with it, which {@link #whatCannotBeDoneWithAMessageIsInTheGermanBook} asks about. */
  private static final String OF_A_MESSAGE = "; this one is ";

  /** What a place may be filled with: a number, an amount, a day, a name. */
  private static final List<String> FILLED = List.of("X-7", "7", "120.00 EUR", "2026-11-23", "2026-11-23 10:00 Europe/Berlin", "accepted", "noted", "has wrong check digits");

  @Test
  void everyRefusalOfAFormIsInTheGermanBook() {
    var left = new TreeMap<String, String>();
    int[] read = {0};
    sources().forEach(file -> sentences(file).forEach(sentence -> {
      read[0]++;
      if (!isSaid(sentence) && !sentence.contains(OF_A_MESSAGE)) {
        left.put(String.join("…", sentence), file.getFileName().toString());
      }
    }));
    assertThat(read[0]).isGreaterThan(100);
    assertThat(left).isEmpty();
  }

  @Test
  void whatCannotBeDoneWithAMessageIsInTheGermanBook() {
    for (var rule : List.of("that is uncertain can be cleared up", "that waits can be approved", "that waits can be changed", "that waits can be withdrawn")) {
      assertThat(isGerman("Only a message " + rule + OF_A_MESSAGE + "sent.")).as(rule).isTrue();
    }
  }

  @Test
  void everyReasonOfTheBanksMatchingIsInTheGermanBook() {
    var left = new ArrayList<String>();
    for (var code : Why.Code.values()) {
      var english = Sentences.of(new Why(code, List.of("X-7", "7", "8", "9")));
      if (!isGerman(english)) {
        left.add(english);
      }
    }
    assertThat(left).isEmpty();
  }

  @Test
  void whatIsWrongWithLimitsIsInTheGermanBook() {
    var shipped = BargainRules.SHIPPED;
    List<ThrowingCallable> wrong = List.of(
        () -> new Authority(0, 0, 10, 0),
        () -> new BargainRules(Map.of(Bargainer.DEBTOR, new Authority(0, 120, 4000, 90)), shipped.moneyCosts(), shipped.planInterest(), shipped.onMiss(), 3),
        () -> new BargainRules(Map.of(), shipped.moneyCosts(), shipped.planInterest(), shipped.onMiss(), 45),
        () -> new BargainRules(Map.of(), new BigDecimal("120"), shipped.planInterest(), shipped.onMiss(), 3),
        () -> new BargainRules(Map.of(), shipped.moneyCosts(), new BigDecimal("100.5"), shipped.onMiss(), 3));
    for (var one : wrong) {
      var said = String.valueOf(catchThrowable(one).getMessage());
      assertThat(isGerman(said)).as(said).isTrue();
    }
    for (var typed : List.of("Choose what a missed instalment leads to.", "Write a whole number where “many” stands.", "Write a rate in per cent a year, such as 8.5, where “x” stands.")) {
      assertThat(isGerman(typed)).as(typed).isTrue();
    }
  }

  private static boolean isGerman(String english) {
    var said = Phrases.in(Locale.GERMAN).orElseThrow().say(english, Locale.GERMAN);
    return !said.equals(english) && !ENGLISH.matcher(said).find();
  }

  /** With some filling of its places: the code does not say of which kind they are. */
  private static boolean isSaid(List<String> parts) {
    var all = List.of(parts.getFirst());
    for (var part : parts.subList(1, parts.size())) {
      all = all.stream().flatMap(begun -> FILLED.stream().map(filled -> begun + filled + part)).toList();
    }
    return all.stream().anyMatch(RefusalsTest::isGerman);
  }

  /** Each sentence as the texts between its places. */
  private static List<List<String>> sentences(Path file) {
    var found = new ArrayList<List<String>>();
    var code = NAME.matcher(text(file)).replaceAll("name(");
    for (var refusal = REFUSAL.matcher(code); refusal.find(); ) {
      for (var either : argument(code, refusal.end()).replaceFirst(",\\s*failure$", "").replaceFirst("^[^\"?]*\\? ", "").split(" : ", -1)) {
        if (either.contains("\"")) {
          found.add(parts(either.strip()));
        }
      }
    }
    return found;
  }

  /** What stands between the brackets that are open at a place. */
  private static String argument(String code, int from) {
    boolean quoted = false;
    for (int at = from, depth = 1; at < code.length(); at++) {
      char sign = code.charAt(at);
      quoted ^= sign == '"' && code.charAt(at - 1) != '\\';
      depth += quoted ? 0 : sign == '(' ? 1 : sign == ')' ? -1 : 0;
      if (depth == 0) {
        return code.substring(from, at);
      }
    }
    return "";
  }

  private static List<String> parts(String expression) {
    var parts = new ArrayList<String>(List.of(""));
    for (Matcher piece = PIECE.matcher(expression); piece.find(); ) {
      if (piece.group(1) != null) {
        parts.set(parts.size() - 1, parts.getLast() + piece.group(1).replace("\\\"", "\""));
      } else if (!piece.group(2).isBlank()) {
        parts.add("");
      }
    }
    return parts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Without the commands: nobody reads those at the desk. */
  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/duly"))) {
      return files.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("/cli/")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
