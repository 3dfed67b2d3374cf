package io.duly.banking.reading;

import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Original;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A :61: and the texts after it. */
final class MtEntry {
  private static final Pattern LINE =
      Pattern.compile(
          "(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?:(?<bookedMonth>\\d{2})(?<bookedDay>\\d{2})|\\s{4})?"
              + "(?<mark>R[CD]|E[CD]|[CD])(?<funds>[A-Z])?(?<amount>\\d{1,18}(?:,\\d*)?) ?(?:(?<code>[A-Z][A-Z0-9 ]{3}))?(?<reference>.*)");
  /** Says only which code of the text has the reference. */
  private static final Pattern POINTER = Pattern.compile("(?:KREF|EREF|PREF|MARF|MREF)\\+?.*");
  private static final Pattern ORIGINAL = Pattern.compile("/OCMT/([A-Z]{3})(\\d{1,15}(?:,\\d*)?)");
  private static final Pattern CHARGES = Pattern.compile("/CHGS/([A-Z]{3})(\\d{1,15}(?:,\\d*)?)");
  private final Reading reading;
  private final String account;
  private final Matcher line;
  private final Money amount;
  private final String supplement;
  private final LocalDate value;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder notes = new StringBuilder();

  private MtEntry(Reading reading, String account, Matcher line, Currency currency, String supplement) {
    this.reading = reading;
    this.account = account;
    this.line = line;
    this.supplement = supplement;
    this.amount = CamtAmounts.directed(reading.money(line.group("amount"), currency), debit(line.group("mark")));
    this.value = day(reading, line.group("year"), line.group("month"), line.group("day"));
  }

  static MtEntry of(Reading reading, String value, Currency currency, String account) {
    String first = value.lines().findFirst().orElse("");
    Matcher line = LINE.matcher(first.strip());
    if (!line.matches()) {
      throw reading.refusal("The entry (:61:) cannot be understood.", "It must look like 2603310331C123,45NTRFreference. Fetch the file again from the bank.");
    }
    return new MtEntry(reading, account, line, currency, value.substring(Math.min(value.length(), first.length())).strip());
  }

  /** RD takes a debit back, so money comes in. */
  private static boolean debit(String mark) {
    return mark.equals("RC") || mark.endsWith("D") && !mark.equals("RD");
  }

  void text(String tag, String more) {
    if (tag.equals("NS")) {
      more.lines().map(noted -> noted.replaceFirst("^\\d\\d", "").strip()).forEach(noted -> notes.append(noted).append('\n'));
    } else {
      text.append(text.isEmpty() ? "" : "\n").append(more);
    }
  }

  Entry done() {
    boolean back = line.group("mark").startsWith("R");
    return new Entry(
        booked(), Optional.of(value), amount, back, !line.group("mark").startsWith("E"), bankReference(),
        Optional.ofNullable(line.group("code")).map(String::strip), details(), List.of());
  }

  /** The booking day has no year: the one nearest to the value date is meant. */
  private Optional<LocalDate> booked() {
    return Optional.ofNullable(line.group("bookedMonth"))
        .map(
            month ->
                Stream.of(-1, 0, 1)
                    .map(years -> reading.dateOrLast(value.getYear() + years, Integer.parseInt(month), Integer.parseInt(line.group("bookedDay"))))
                    .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(value, day))))
                    .orElse(value));
  }

  private Optional<String> bankReference() {
    String reference = line.group("reference");
    int at = reference.indexOf("//");
    return at < 0 ? Optional.empty() : Optional.of(reference.substring(at + 2).strip()).filter(found -> !found.isEmpty());
  }

  private Optional<String> ownReference() {
    return Optional.of(line.group("reference").replaceFirst("//.*", "").strip())
        .filter(found -> !found.isEmpty() && !found.equals("NONREF") && !POINTER.matcher(found).matches());
  }

  private Details details() {
    boolean returned = Optional.ofNullable(line.group("code")).orElse("").endsWith("RTI");
    Details said = MtText.read(text.toString(), account, ownReference(), returned);
    var remittance = Stream.concat(said.remittance().stream(), notes.toString().lines().filter(noted -> !noted.isBlank())).toList();
    return new Details(
        said.endToEnd(), said.mandate(), said.references(), said.documents(), remittance, said.counterparty(), charges(), original(),
        said.returned(), said.bankText().or(() -> Optional.of(supplement).filter(more -> !more.isBlank() && !more.startsWith("/"))));
  }

  private List<Money> charges() {
    return CHARGES.matcher(supplement + text.toString().replace("\n", "")).results().map(found -> reading.money(found.group(2), reading.currency(found.group(1)))).toList();
  }

  private Optional<Original> original() {
    return ORIGINAL.matcher(supplement).results().findFirst()
        .map(found -> reading.money(found.group(2), reading.currency(found.group(1))))
        .map(sent -> new Original(sent, Optional.empty()));
  }

  /** Two digits of a year: from 1980 to 2079. */
  static LocalDate day(Reading reading, String year, String month, String day) {
    int two = Integer.parseInt(year);
    return reading.date(two + (two < 80 ? 2000 : 1900), Integer.parseInt(month), Integer.parseInt(day));
  }
}
