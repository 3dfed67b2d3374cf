package io.duly.einvoice;

import io.duly.einvoice.model.Problem;
import io.duly.intake.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Problems as the lint list shows them (P03); those that make an invoice invalid say so. */
final class Findings {
  private static final int MOST = 2_000;

  private Findings() {}

  /** All of the lists, each once; a rule that says the same as our own check stands for it. */
  static List<Finding> of(List<List<Problem>> lists) {
    var all = lists.stream().flatMap(List::stream).distinct().limit(MOST).toList();
    var codes = all.stream().map(Problem::code).collect(Collectors.toSet());
    var seen = new HashSet<Finding>();
    return all.stream().filter(one -> !said(one, codes)).map(Findings::finding).filter(seen::add).toList();
  }

  private static boolean said(Problem one, Set<String> codes) {
    return switch (one.code()) {
      case "arithmetic" -> codes.contains("BR-CO-15");
      case "lines-arithmetic" -> codes.contains("BR-CO-10");
      case "register-number-invalid" -> codes.stream().anyMatch(code -> code.startsWith("PEPPOL-COMMON-R04"));
      case "line-arithmetic" -> codes.contains("PEPPOL-EN16931-R120");
      default -> false;
    };
  }

  static Finding finding(Problem one) {
    return new Finding(one.row(), one.where(), one.code(), one.fatal() ? "Invalid: " + one.message() : one.message());
  }
}
