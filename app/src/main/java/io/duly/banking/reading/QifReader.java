package io.duly.banking.reading;

import io.duly.banking.statement.Counterparty;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** QIF names neither account nor currency nor the order of day and month: the first two are asked for, the last is proven. */
final class QifReader {
  private static final Pattern DATE = Pattern.compile("\\s*(\\d{1,4})[/.\\- ](\\s?\\d{1,2})[/.'\\- ]\\s?(\\d{2,4})\\s*");
  private static final Set<String> LISTS = Set.of("cat", "class", "memorized", "security", "prices", "payee", "budget", "tag");

  private enum Section { ACCOUNT, ENTRIES, LIST }

  private record Written(String place, Map<Character, String> fields) {}

  private final Lines lines;
  private final Reading reading;
  private final StatementReader.Said said;
  private final List<Written> written = new ArrayList<>();
  private Map<Character, String> fields = new HashMap<>();
  private Section section = Section.ENTRIES;
  /** The account that was named last, and that of the entries so far. */
  private String name = "";
  private String of = "";

  QifReader(Lines lines, StatementReader.Said said) {
    this.lines = lines;
    this.reading = lines.reading();
    this.said = said;
  }

  Statement read() throws IOException {
    if (said.account().isEmpty() || said.currency().isEmpty()) {
      throw reading.refusal("QIF names neither the account nor its currency.", "Say which account and currency it is, or fetch camt.053 or OFX.");
    }
    for (String line = lines.next(); line != null; line = lines.next()) {
      line(line);
    }
    if (!fields.isEmpty()) {
      throw reading.refusal("The last entry is not ended (^).", "The file was cut off on its way: fetch it again from the bank.");
    }
    boolean dayFirst = dayFirst();
    List<Entry> entries = written.stream().map(each -> entry(each, dayFirst, said.currency().get())).toList();
    return new Statement(
        StatementKind.DOWNLOAD, said.account().get(), said.currency().get(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), entries, reading.takeFindings());
  }

  private void line(String line) {
    if (line.startsWith("!")) {
      section = section(line.strip().toLowerCase(Locale.ROOT));
    } else if (line.startsWith("^")) {
      end();
      fields = new HashMap<>();
    } else if (!line.isBlank()) {
      fields.putIfAbsent(line.charAt(0), line.substring(1).strip());
    }
  }

  /** Lists of categories, payees and securities stand beside the accounts and their entries. */
  private Section section(String head) {
    if (head.startsWith("!account")) {
      return Section.ACCOUNT;
    }
    if (!head.startsWith("!type:")) {
      return section;
    }
    String type = head.substring("!type:".length());
    if (type.startsWith("invst") || type.startsWith("port")) {
      throw reading.refusal("The file is of securities, whose entries do not say which money came in.", "Export the account that the money is on.");
    }
    return LISTS.contains(type) ? Section.LIST : Section.ENTRIES;
  }

  private void end() {
    if (section == Section.ACCOUNT) {
      name = fields.getOrDefault('N', "");
    } else if (section == Section.ENTRIES) {
      if (!written.isEmpty() && !name.equals(of)) {
        throw reading.refusal("The file has entries of several accounts.", "Export one account at a time.");
      }
      of = name;
      reading.mayGrow(written);
      written.add(new Written("line " + lines.number(), fields));
    }
  }

  /** One date of the file with a number above twelve proves the order of all. */
  private boolean dayFirst() {
    boolean day = false;
    boolean month = false;
    for (Written each : written) {
      Matcher date = DATE.matcher(each.fields.getOrDefault('D', ""));
      boolean matches = date.matches() && date.group(1).length() < 4;
      day |= matches && Integer.parseInt(date.group(1)) > 12;
      month |= matches && Integer.parseInt(date.group(2).strip()) > 12;
    }
    boolean needed = written.stream().anyMatch(each -> !each.fields.getOrDefault('D', "").matches("\\d{4}.*"));
    if (needed && day == month) {
      throw reading.refusal("No date tells whether the day or the month comes first.", "Fetch a longer period, or camt.053 or OFX.");
    }
    return day;
  }

  private Entry entry(Written each, boolean dayFirst, Currency currency) {
    reading.at(each.place);
    String amount = each.fields.getOrDefault('T', each.fields.getOrDefault('U', ""));
    var party = new Counterparty(some(each, 'P'), Optional.empty(), Optional.empty(), Optional.empty());
    var details =
        new Details(
            some(each, 'N'), Optional.empty(), List.of(), List.of(), some(each, 'M').stream().toList(), party, List.of(), Optional.empty(),
            Optional.empty(), Optional.empty());
    return new Entry(
        Optional.of(day(each.fields.getOrDefault('D', ""), dayFirst)), Optional.empty(), reading.grouped(amount, currency), false, true,
        Optional.empty(), Optional.empty(), details, List.of());
  }

  private LocalDate day(String text, boolean dayFirst) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      throw reading.refusal("An entry has no date that can be read.", "Fetch the file again from the bank.");
    }
    int one = Integer.parseInt(date.group(1));
    int two = Integer.parseInt(date.group(2).strip());
    int last = Integer.parseInt(date.group(3));
    if (date.group(1).length() == 4) {
      return reading.date(one, two, last);
    }
    int year = last >= 100 ? last : last + (last < 80 ? 2000 : 1900);
    return reading.date(year, dayFirst ? two : one, dayFirst ? one : two);
  }

  private static Optional<String> some(Written each, char name) {
    return Optional.ofNullable(each.fields.get(name)).filter(text -> !text.isEmpty());
  }
}
