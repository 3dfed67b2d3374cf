package io.duly.banking.reading;

import io.duly.banking.statement.Counterparty;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.ReturnReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The :86: of the banks' dialects: numbered fields (?20 or &gt;20), codes between slashes (/REMI/), or words. */
final class MtText {
  private static final Pattern NUMBERED = Pattern.compile("\\s*(\\d{3})?([^A-Za-z0-9\\s/])(?=\\d\\d).*", Pattern.DOTALL);
  private static final Pattern SLASHED = Pattern.compile("/(?:REMI|EREF|NAME|IBAN|CNTP|ORDP|BENM|TRTP|MARF)/");
  private static final Pattern IBAN_FIRST = Pattern.compile("\\s?([A-Z]{2}\\d{2}[A-Z0-9]{11,30})\\s+(\\S.*)?");
  private static final Pattern NUMBER_FIRST = Pattern.compile("\\s?(\\d{9,10})\\s+([A-Za-z].*?)(?:(?:\\t|\\s{2}).*)?");
  private static final Pattern DUTCH = Pattern.compile("REK:\\s*([A-Z]{2}\\d{2}[A-Z0-9]{11,30})/NAAM:\\s*(.*)");
  private static final Pattern GIRO = Pattern.compile("GIRO\\s+(\\d{1,9})\\s+(\\S.*?)(?:\\s{2,}.*)?");
  private static final Set<String> RETURNS = Set.of("108", "109", "159", "181", "182", "183", "184", "185");

  private MtText() {}

  static Details read(String text, String ownAccount, Optional<String> ownReference, boolean returned) {
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.matches()) {
      String code = Optional.ofNullable(numbered.group(1)).orElse("");
      return MtNumbered.of(text, numbered.group(2).charAt(0), code).details(ownAccount, ownReference, returned || RETURNS.contains(code));
    }
    if (SLASHED.matcher(text).find()) {
      return MtSlashed.of(text).details(ownReference, returned);
    }
    return words(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(), ownReference, returned);
  }

  /** Some banks write the other account again as the reference of the booking: that is none. */
  private static Details words(List<String> lines, Optional<String> ownReference, boolean returned) {
    Counterparty party = inWords(lines);
    return new Details(
        ownReference.filter(text -> !party.account().equals(Optional.of(text))), Optional.empty(), List.of(), List.of(), lines, party, List.of(), Optional.empty(),
        returned ? Optional.of(new ReturnReason(Optional.empty(), Optional.empty())) : Optional.empty(), Optional.empty());
  }

  private static Counterparty inWords(List<String> lines) {
    for (Pattern pattern : List.of(DUTCH, IBAN_FIRST, NUMBER_FIRST, GIRO)) {
      for (String line : pattern == DUTCH ? lines : lines.stream().limit(1).toList()) {
        Matcher found = pattern.matcher(line);
        if (found.matches()) {
          return new Counterparty(Optional.ofNullable(found.group(2)).map(String::strip), Optional.empty(), Optional.of(found.group(1)), Optional.empty());
        }
      }
    }
    return Counterparty.UNKNOWN;
  }
}
