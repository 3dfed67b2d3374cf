package io.duly.matching;

import io.duly.matching.Hits.Loose;
import java.util.Optional;
import java.util.Set;

/** Whether a text names an invoice with one slip of the pen, or was cut off in its number. Asked of few invoices only. */
final class Nearly {
  private static final int SHORTEST = 4;
  private static final int LEAST_LEFT = 4;

  private final Hits hits;

  Nearly(Hits hits) {
    this.hits = hits;
  }

  /**
   * What the payer wrote for this number.
   *
   * @param exact invoices that the text names exactly; a run that names one of them is no slip for another
   */
  Optional<String> written(String number, Set<String> exact) {
    var keys = NumberKeys.of(number);
    for (var loose : hits.loose()) {
      var text = loose.token().text();
      if (exact.stream().noneMatch(one -> names(one, text)) && (slip(keys, loose) || cut(keys, loose))) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static boolean names(String exact, String text) {
    return exact.equals(text) || text.length() >= 3 && exact.contains(text);
  }

  /** What the payer wrote of this number before the text was cut off. */
  Optional<String> begun(String number) {
    var keys = NumberKeys.of(number);
    return hits.loose().stream().filter(loose -> cut(keys, loose)).map(loose -> loose.token().text()).findFirst();
  }

  private static boolean slip(NumberKeys keys, Loose loose) {
    for (var text : spellings(loose)) {
      if (text.length() >= SHORTEST && Slip.one(Plain.folded(text), keys.folded())) {
        return true;
      }
      var digits = Plain.withoutNoughts(NumberKeys.digitsOf(text));
      if (digits.length() >= SHORTEST && keys.digits().stream().anyMatch(one -> one.length() >= SHORTEST && Slip.one(digits, one))) {
        return true;
      }
    }
    return false;
  }

  /** The run by itself, and with the two before it. */
  private static java.util.List<String> spellings(Loose loose) {
    var all = new java.util.ArrayList<String>(3);
    var text = loose.token().text();
    all.add(text);
    for (int before = loose.at() - 1; before >= Math.max(0, loose.at() - 2); before--) {
      var token = loose.tokens().get(before);
      if (loose.tokens().gap(before).length() > 3 || token.text().length() > 8) {
        break;
      }
      text = token.text() + text;
      all.add(text);
    }
    return all;
  }

  private static boolean cut(NumberKeys keys, Loose loose) {
    if (!loose.tokens().endsWith(loose.at())) {
      return false;
    }
    for (var text : spellings(loose)) {
      var folded = Plain.folded(text);
      if (text.length() >= LEAST_LEFT && keys.folded().length() > folded.length() && keys.folded().startsWith(folded)) {
        return true;
      }
    }
    return false;
  }
}
