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

/** A :86: of codes between slashes, as Dutch, Nordic and international banks write it. */
record MtSlashed(Map<String, String> codes) {
  private static final Pattern CODE =
      Pattern.compile("/(REMI|EREF|NAME|IBAN|BIC|CNTP|ORDP|BENM|TRTP|MARF|CSID|RTRN|PURP|ULTD|ULTC|ULTB|ADDR|ISDT|PREF|TRCD|TRID|SVCL|OCMT|CHGS|EXCH|ACCW|ACNO)/");
  private static final Pattern OTHER_CODE = Pattern.compile("/[A-Z]{2,8}/.*");

  static MtSlashed of(String text) {
    String joined = text.replaceAll("\\R", "");
    var found = new TreeMap<String, String>();
    Matcher codes = CODE.matcher(joined);
    String name = "";
    int from = 0;
    while (codes.find(Math.max(from - (name.isEmpty() ? 0 : 1), 0))) {
      found.putIfAbsent(name, joined.substring(Math.min(from, codes.start()), codes.start()).strip());
      name = codes.group(1);
      from = codes.end();
    }
    found.putIfAbsent(name, joined.substring(from).strip());
    return new MtSlashed(found);
  }

  Details details(Optional<String> ownReference, boolean returned) {
    String remi = value("REMI");
    boolean structured = remi.startsWith("STRD/");
    String reason = value("RTRN");
    return new Details(
        some(value("EREF")).filter(text -> !text.equals("NOTPROVIDED")).or(() -> ownReference),
        some(value("MARF")),
        structured ? some(remi.replaceFirst("^STRD/[A-Z]*/", "")).stream().toList() : List.of(),
        List.of(),
        structured ? List.of() : some(remi.isEmpty() ? rest() : remi.replaceFirst("^USTD//", "")).stream().toList(),
        counterparty(),
        List.of(),
        Optional.empty(),
        returned || !reason.isEmpty() ? Optional.of(new ReturnReason(some(reason), some(value("TRTP")))) : Optional.empty(),
        some(value("TRTP")));
  }

  /** Without /REMI/ the words are where no code is, or behind the code of something else. */
  private String rest() {
    return Stream.concat(Stream.of(value("")), Stream.of("OCMT", "CHGS", "EXCH").map(code -> value(code)).filter(text -> text.contains("/")).map(text -> text.substring(text.indexOf('/') + 1)))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "));
  }

  /** /CNTP/ has account, BIC and name in one. */
  private Counterparty counterparty() {
    String[] side = value("CNTP").split("/", -1);
    boolean inOne = side.length >= 3;
    String name = OTHER_CODE.matcher(value("NAME").isEmpty() ? value("ORDP") + value("BENM") : value("NAME")).replaceFirst("");
    return new Counterparty(
        some(inOne ? side[2] : name),
        some(value("ULTD") + value("ULTC")),
        some(inOne ? side[0] : value("IBAN").isEmpty() ? value("ACCW") + value("ACNO") : value("IBAN")),
        some(inOne ? side[1] : value("BIC")));
  }

  /** The text of a code, without the slashes that only end it. */
  private String value(String code) {
    return codes.getOrDefault(code, "").replaceFirst("/+$", "").replaceFirst("^/+(?=[^/]*$)", "");
  }

  private static Optional<String> some(String text) {
    return Optional.of(text.strip()).filter(found -> !found.isEmpty());
  }
}
