package io.duly.wording;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Amounts and days in a text that are not those of the case. */
final class Figures {
  private static final String LAW = "12 CFR 1006.18(b)(2); CONC 7.11; UWG § 5; P12";

  private Figures() {}

  static List<Finding> in(String text, CaseFacts facts) {
    var findings = new ArrayList<Finding>();
    facts.amounts().ifPresent(amounts -> amounts(text, amounts, findings));
    facts.dates().ifPresent(dates -> dates(text, dates, findings));
    return findings;
  }

  private static void amounts(String text, Set<Money> known, List<Finding> findings) {
    for (NamedAmounts.Named named : NamedAmounts.in(text)) {
      if (named.readings().stream().noneMatch(known::contains)) {
        findings.add(
            new Finding(
                named.from(), named.to(), text.substring(named.from(), named.to()), Category.UNBORNE_CLAIM,
                Severity.BLOCK, "foreign-amount", LAW, "This amount is none of the case's.", ""));
      }
    }
  }

  private static void dates(String text, Set<LocalDate> known, List<Finding> findings) {
    for (NamedDates.Named named : NamedDates.in(text)) {
      if (named.readings().stream().noneMatch(known::contains)) {
        findings.add(
            new Finding(
                named.from(), named.to(), text.substring(named.from(), named.to()), Category.UNBORNE_CLAIM,
                Severity.NEEDS_APPROVAL, "foreign-date", LAW, "This day is none of the case's.", ""));
      }
    }
  }
}
