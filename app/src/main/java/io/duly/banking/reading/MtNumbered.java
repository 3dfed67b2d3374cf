package io.duly.banking.reading;

import io.duly.banking.statement.Counterparty;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.ReturnReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A :86: of numbered fields: 00 kind, 20–29 and 60–65 text, 30 bank, 31 account, 32 and 33 name, 34 reason, 38 IBAN. Within
 * the text the codes of SEPA (EREF+, SVWZ+ …), cut anywhere by the fields.
 */
record MtNumbered(String code, Map<Integer, String> fields) {
  /** So long is a field. Banks that write ? cut names anywhere; others begin a new field where a new word begins. */
  private static final int FULL = 27;
  private static final Pattern SEPA =
      Pattern.compile("(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|PURP|RREF|SQTP|RCUR|RTRN)\\+\\s?");

  static MtNumbered of(String text, char mark, String code) {
    String joined = text.strip().substring(code.length()).replaceAll("\\R", "");
    var fields = new TreeMap<Integer, String>();
    Matcher starts = Pattern.compile(Pattern.quote(String.valueOf(mark)) + "(\\d\\d)").matcher(joined);
    int number = -1;
    int from = 0;
    while (starts.find()) {
      keep(fields, number, joined.substring(from, starts.start()));
      number = Integer.parseInt(starts.group(1));
      from = starts.end();
    }
    keep(fields, number, joined.substring(from));
    if (mark != '?' && fields.getOrDefault(32, "").length() < FULL) {
      fields.computeIfPresent(33, (_, more) -> " " + more.strip());
    }
    return new MtNumbered(code, fields);
  }

  private static void keep(Map<Integer, String> fields, int number, String text) {
    if (number >= 0) {
      fields.merge(number, text, String::concat);
    }
  }

  Details details(String ownAccount, Optional<String> ownReference, boolean returned) {
    Map<String, String> sepa = sepa();
    Optional<String> endToEnd = some(sepa.getOrDefault("EREF", "")).filter(text -> !text.equals("NOTPROVIDED"));
    Optional<ReturnReason> reason = returned ? Optional.of(new ReturnReason(some(field(34)), some(sepa.getOrDefault("RTRN", "")).or(() -> some(field(0))))) : Optional.empty();
    return new Details(
        endToEnd.or(() -> ownReference), some(sepa.getOrDefault("MREF", "")), List.of(), List.of(), remittance(sepa),
        new Counterparty(some(field(32) + field(33)), some(sepa.getOrDefault("ABWA", sepa.getOrDefault("ABWE", ""))), account(ownAccount), some(field(30))),
        List.of(), Optional.empty(), reason, some(field(0)));
  }

  /** Some banks put the other account where others put a batch number, and their own account into 31. */
  private Optional<String> account(String own) {
    String there = field(38).isEmpty() ? field(31) : field(38);
    boolean ours = code.equals("000") && (there.isBlank() || own.endsWith(there));
    return some(ours ? field(10) : there).map(CamtParty::iban);
  }

  private List<String> remittance(Map<String, String> sepa) {
    return sepa.containsKey("SVWZ")
        ? some(sepa.getOrDefault("SVWZ", "")).stream().toList()
        : textFields().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toList());
  }

  private Map<String, String> sepa() {
    String text = textFields().collect(Collectors.joining());
    var found = new TreeMap<String, String>();
    Matcher codes = SEPA.matcher(text);
    String name = "";
    int from = 0;
    while (codes.find()) {
      found.putIfAbsent(name, text.substring(from, codes.start()).strip());
      name = codes.group(1);
      from = codes.end();
    }
    found.putIfAbsent(name, text.substring(from).strip());
    return found;
  }

  private Stream<String> textFields() {
    return fields.entrySet().stream().filter(field -> field.getKey() / 10 == 2 || field.getKey() / 10 == 6).map(Map.Entry::getValue);
  }

  private String field(int number) {
    return fields.getOrDefault(number, "");
  }

  private static Optional<String> some(String text) {
    return Optional.of(text.strip()).filter(found -> !found.isEmpty());
  }
}
