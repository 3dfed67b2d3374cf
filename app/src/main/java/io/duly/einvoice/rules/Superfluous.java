package io.duly.einvoice.rules;

import io.duly.einvoice.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fields that UBL or CII have and EN 16931 has not: hundreds of rules say so, one for each. A biller needs one sentence. */
final class Superfluous {
  private static final Pattern RULE = Pattern.compile("(?:UBL|CII)-(?:CR|SR|DT)-\\d+");
  private static final Pattern FIELD = Pattern.compile("(?s).*should not (?:include|contain)(?: the)? (.*?)\\s*\\.?\\s*");
  private static final int SHOWN = 5;

  private Superfluous() {}

  /** All warnings of superfluous fields as one, behind the others. */
  static List<Problem> together(List<Problem> found) {
    var fields = found.stream().filter(Superfluous::is).toList();
    if (fields.isEmpty()) {
      return found;
    }
    var rest = new ArrayList<>(found);
    rest.removeAll(fields);
    rest.add(Problem.told("superfluous-fields", sentence(fields.stream().map(one -> FIELD.matcher(one.message()).replaceFirst("$1")).distinct().toList())));
    return rest;
  }

  private static boolean is(Problem one) {
    return !one.fatal() && RULE.matcher(one.code()).matches() && FIELD.matcher(one.message()).matches();
  }

  private static String sentence(List<String> fields) {
    return (fields.size() == 1 ? "One field is" : fields.size() + " fields are") + " not known to EN 16931; receivers leave them out: "
        + fields.stream().limit(SHOWN).collect(Collectors.joining("; "))
        + (fields.size() > SHOWN ? "; and " + (fields.size() - SHOWN) + " more." : ".");
  }
}
