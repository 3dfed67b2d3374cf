package io.duly.banking.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What each column of a list seems to say, by its name and by what it holds. Pure. */
final class Roles {
  /** Of these a list has one; the others of the same meaning are left out. */
  private static final Set<Column> ONCE =
      EnumSet.of(
          Column.BOOKED_ON, Column.VALUE_ON, Column.DEBIT, Column.CREDIT, Column.DIRECTION, Column.CURRENCY, Column.ACCOUNT, Column.CHARGE,
          Column.PAYER, Column.PAYEE, Column.PAYER_ACCOUNT, Column.PAYEE_ACCOUNT, Column.COUNTERPARTY, Column.COUNTERPARTY_ACCOUNT, Column.END_TO_END, Column.MANDATE, Column.BANK_REFERENCE);
  private static final Set<Column> MONEY = EnumSet.of(Column.AMOUNT, Column.DEBIT, Column.CREDIT, Column.BALANCE, Column.CURRENCY, Column.CHARGE);

  private final List<String> names;
  private final List<ColumnFacts> facts;
  private final boolean accountSaid;
  private final TreeMap<Integer, BankWords.Meaning> found = new TreeMap<>();

  /**
   * @param names of the columns; blank where a column has none
   * @param accountSaid the account's number stands above or below the payments
   */
  Roles(List<String> names, List<ColumnFacts> facts, boolean accountSaid) {
    this.names = names;
    this.facts = facts;
    this.accountSaid = accountSaid;
    for (int at = 0; at < names.size(); at++) {
      int column = at;
      named(column).ifPresent(meaning -> found.put(column, meaning));
    }
    pairs();
    once();
    unnamed();
  }

  private Optional<BankWords.Meaning> named(int at) {
    var name = names.get(at);
    boolean foreign = BankWords.KNOWN.mentions("foreign", name);
    return BankWords.KNOWN.meanings(name).stream()
        .map(one -> whose(one, facts.get(at)))
        .filter(one -> facts.get(at).allows(one.column()))
        .filter(one -> !(foreign && one.partly() && MONEY.contains(one.column())))
        .findFirst();
  }

  /** An account without a word on whose it is, is the owner's where every row has the same. */
  private BankWords.Meaning whose(BankWords.Meaning meaning, ColumnFacts facts) {
    if (meaning.open() && facts.constant() && facts.rows() >= 3) {
      return new BankWords.Meaning(Column.ACCOUNT, meaning.rank() + 500, false);
    }
    boolean varies = meaning.column() == Column.ACCOUNT && accountSaid && !facts.empty() && !facts.constant();
    boolean numbers = meaning.column() == Column.COUNTERPARTY && facts.ibans() > 0 && facts.ibans() == facts.filled();
    return varies || numbers ? new BankWords.Meaning(Column.COUNTERPARTY_ACCOUNT, meaning.rank() + 500, false) : meaning;
  }

  /** Payer and payee make a pair, or the one of them is the other side. */
  private void pairs() {
    pair(Column.PAYER, Column.PAYEE, Column.COUNTERPARTY);
    pair(Column.PAYER_ACCOUNT, Column.PAYEE_ACCOUNT, Column.COUNTERPARTY_ACCOUNT);
  }

  private void pair(Column one, Column other, Column alone) {
    if (at(one).isEmpty() || at(other).isEmpty()) {
      found.replaceAll((_, meaning) -> meaning.column() == one || meaning.column() == other ? new BankWords.Meaning(alone, meaning.rank() + 100, false) : meaning);
    }
  }

  private void once() {
    for (var column : ONCE) {
      var all = places(column);
      all.stream().min(Comparator.comparingInt(this::rank)).ifPresent(best -> all.stream().filter(at -> !at.equals(best)).forEach(at -> second(at, column)));
    }
  }

  private int rank(int at) {
    var meaning = found.get(at);
    return meaning == null ? Integer.MAX_VALUE : meaning.rank();
  }

  private void second(int at, Column column) {
    boolean generic = column == Column.COUNTERPARTY;
    found.put(at, new BankWords.Meaning(generic && facts.get(at).wordy() > 0 ? Column.TEXT : Column.IGNORE, rank(at), false));
  }

  /** Columns whose names say nothing are told by what they hold, where only one reading is possible. */
  private void unnamed() {
    if (at(Column.BOOKED_ON).isEmpty() && at(Column.VALUE_ON).isEmpty()) {
      var days = unknown().stream().filter(at -> facts.get(at).holdsDays() && facts.get(at).filled() == facts.get(at).rows()).toList();
      days.stream().findFirst().ifPresent(at -> put(at, Column.BOOKED_ON));
      days.stream().skip(1).findFirst().ifPresent(at -> put(at, Column.VALUE_ON));
    }
    if (at(Column.DIRECTION).isEmpty()) {
      directions().ifPresent(at -> put(at, Column.DIRECTION));
    }
    if (at(Column.CURRENCY).isEmpty()) {
      unknown().stream().filter(at -> facts.get(at).holdsCodes() && !BankWords.KNOWN.mentions("foreign", names.get(at))).findFirst().ifPresent(at -> put(at, Column.CURRENCY));
    }
    if (at(Column.ACCOUNT).isEmpty()) {
      unknown().stream().filter(at -> facts.get(at).constant() && facts.get(at).rows() >= 3 && numbered(at)).findFirst().ifPresent(at -> put(at, Column.ACCOUNT));
    }
    if (at(Column.COUNTERPARTY_ACCOUNT).isEmpty()) {
      unknown().stream().filter(at -> facts.get(at).ibans() > 0 && facts.get(at).ibans() == facts.get(at).filled()).findFirst().ifPresent(at -> put(at, Column.COUNTERPARTY_ACCOUNT));
    }
    if (places(Column.TEXT).isEmpty() && at(Column.COUNTERPARTY).isEmpty()) {
      unknown().stream().filter(at -> !facts.get(at).holdsDays() && !facts.get(at).holdsAmounts()).forEach(at -> put(at, Column.TEXT));
    }
  }

  /** The number of an account: an IBAN, or a long number in a column without a name. */
  private boolean numbered(int at) {
    var facts = this.facts.get(at);
    return facts.ibans() == facts.rows() || names.get(at).isEmpty() && facts.different().stream().allMatch(value -> value.matches("\\d[\\d -]{7,}") && !facts.holdsDays());
  }

  /** A column with nothing but "debit" and "credit", whatever its name. */
  private Optional<Integer> directions() {
    var open = new ArrayList<>(unknown());
    open.addAll(places(Column.BANK_CODE));
    return open.stream().filter(at -> facts.get(at).holdsDirections()).findFirst();
  }

  private void put(int at, Column column) {
    found.put(at, new BankWords.Meaning(column, 20_000, false));
  }

  /** Columns with something in them of which nothing is known. */
  List<Integer> unknown() {
    var unknown = new ArrayList<Integer>();
    for (int at = 0; at < facts.size(); at++) {
      if (!found.containsKey(at) && !facts.get(at).empty()) {
        unknown.add(at);
      }
    }
    return unknown;
  }

  /** The columns of this meaning, the likeliest first. */
  List<Integer> places(Column column) {
    return found.entrySet().stream().filter(one -> one.getValue().column() == column).map(Map.Entry::getKey).sorted(Comparator.comparingInt(this::rank)).toList();
  }

  Optional<Integer> at(Column column) {
    return places(column).stream().findFirst();
  }

  List<String> names() {
    return names;
  }

  ColumnFacts facts(int at) {
    return facts.get(at);
  }
}
