package io.duly.intake.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts that are no list, told by their beginning: what they are, and what to bring instead. */
record Foreign(Pattern beginning, Function<MatchResult, String> sentence) {
  private static final String INSTEAD = "Fetch camt.053, MT940 or CSV from the bank.";
  private static final List<Foreign> KNOWN =
      List.of(
          of("<!doctype html|<html", "This file is a web page, perhaps one that says that the session has ended. Fetch the file again."),
          of("(?:<\\?xml[^>]*+>)?\\s*+(?:<!--.*?-->\\s*+){0,9}+<!doctype[^>\\[]*+\\[", "This file is XML that defines entities of its own. No bank statement and no electronic invoice does, and it can be an attack. Ask for a right file."),
          new Foreign(
              insensitive("(?:<\\?xml[^>]*+>)?\\s*+(?:<!--.*?-->\\s*+){0,9}+(?:<![^>]*+>\\s*+)?<(?:[\\w.-]+:)?([\\w.-]+)([^>]*)"),
              found -> "This file is XML, not CSV: a " + found.group(1) + said(found.group(2))
                  + ", which is neither a bank statement (camt.052, 053, 054) nor an electronic invoice that is read here. Ask for one of these, or export the list as CSV."),
          new Foreign(
              insensitive("(?:UNA.{6}\\s*+)?UNB\\+[^']{1,300}'\\s*+UNH\\+[^+']{1,20}\\+([A-Z]{6})"),
              found -> "This file is an EDIFACT message of type " + found.group(1) + "; of EDIFACT, only invoices (INVOIC) are read here."),
          of("11\\d{4}\\d{14}\\d{12}[12]", "This looks like a Spanish bank statement (Norma 43), which is not read here. " + INSTEAD),
          of("01\\d{5}[ \\d]{4}[ \\d]{5}[A-Z]{3}[ \\d]", "This looks like a French bank statement (CFONB 120), which is not read here. " + INSTEAD),
          of("(?:From|To|Date|Subject|Return-Path|Received|Delivered-To|Message-ID|MIME-Version|X-[\\w-]{1,60}): .*?\\n(?:MIME-Version|Message-ID): ", "This file is an e-mail. Save what is attached to it, and import that."));

  static Optional<String> explained(byte[] head) {
    var start = new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^(?:\u00EF\u00BB\u00BF)?\\s*", "");
    return KNOWN.stream()
        .map(one -> Optional.of(one.beginning.matcher(start)).filter(found -> found.lookingAt()).map(found -> one.sentence.apply(found.toMatchResult())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Foreign of(String beginning, String sentence) {
    return new Foreign(insensitive(beginning), _ -> sentence);
  }

  private static Pattern insensitive(String beginning) {
    return Pattern.compile(beginning, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** The last part of the first namespace says which message it is: pain.001.001.03. */
  private static String said(String attributes) {
    var namespace = Pattern.compile("xmlns(?::[\\w.-]+)?\\s*=\\s*[\"'][^\"']*?([^:/\"']{1,80})[\"']").matcher(attributes);
    return namespace.find() ? " (" + namespace.group(1) + ")" : "";
  }
}
