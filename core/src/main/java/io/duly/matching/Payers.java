package io.duly.matching;

import io.duly.matching.Token.Role;
import io.duly.matching.Why.Code;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Whose money it could be: by account, by name, by customer number. */
final class Payers {
  private static final int MOST = 12;
  private static final int SHORTEST_CUSTOMER_NUMBER = 4;

  private final BookDebtors debtors;
  private final TreeMap<Integer, Payer> found = new TreeMap<>();
  /** Who is told by its number, whatever its account says. */
  private final TreeMap<Integer, Payer> otherwise = new TreeMap<>();

  private Payers(BookDebtors debtors) {
    this.debtors = debtors;
  }

  /** At most a dozen, the likeliest first. */
  static List<Payer> of(BookDebtors debtors, Payment payment) {
    var payers = new Payers(debtors);
    payment.account().map(Plain::compact).ifPresent(payers::byAccount);
    payers.byNumber(Tokens.of(payment.remittance(), payment.amount().minor()));
    payment.onBehalfOf().ifPresent(name -> payers.byName(name, 2));
    payment.payer().ifPresent(name -> payers.byName(name, 2));
    return payers.agreed().stream()
        .sorted(Comparator.comparingInt(Payer::strength).reversed().thenComparingInt(Payer::debtor))
        .limit(MOST)
        .toList();
  }

  /** An account that paid for one debtor, and now comes with the name of another, speaks for neither surely. */
  private List<Payer> agreed() {
    boolean two = found.values().stream().filter(payer -> payer.strength() >= 2 && payer.why().code() != Code.CUSTOMER_NUMBER).count() > 1;
    return found.values().stream()
        .map(payer -> two && payer.strength() == 3 ? otherwise.getOrDefault(payer.debtor(), new Payer(payer.debtor(), 1, payer.why())) : payer)
        .toList();
  }

  /** A debtor that the text names, asked only where nothing else says who paid. */
  static List<Payer> inText(BookDebtors debtors, Payment payment) {
    var payers = new Payers(debtors);
    payers.byName(payment.remittance(), 1);
    return payers.found.values().stream().limit(MOST).toList();
  }

  private void byAccount(String account) {
    var linked = debtors.byAccount(account).stream().distinct().toList();
    linked.stream().limit(MOST).forEach(debtor -> add(new Payer(debtor, linked.size() == 1 ? 3 : 1, Why.of(Code.KNOWN_ACCOUNT))));
  }

  private void byNumber(Tokens tokens) {
    for (var token : tokens.all()) {
      if (token.digits() && token.role() != Role.OTHER && token.text().length() >= SHORTEST_CUSTOMER_NUMBER) {
        byNumber(token);
      }
    }
  }

  private void byNumber(Token token) {
    var number = Plain.withoutNoughts(token.text());
    for (int debtor : debtors.byCustomerNumber(number)) {
      if (Plain.withoutNoughts(debtors.customerNumber(debtor)).equals(number)) {
        boolean told = token.role() == Role.CUSTOMER || !Plain.allDigits(number);
        add(new Payer(debtor, told ? 2 : 1, Why.of(Code.CUSTOMER_NUMBER, token.text())));
      }
    }
  }

  private void byName(String name, int most) {
    var alike = new NameSearch(debtors).find(name);
    boolean alone = alike.size() == 1;
    for (var one : alike) {
      boolean same = one.same() && most > 1 && (alone || one.clear());
      add(new Payer(one.debtor(), same ? 2 : 1, Why.of(same ? Code.NAME : Code.NAME_ALIKE, shown(name))));
    }
  }

  private static String shown(String name) {
    return name.strip().substring(0, Math.min(70, name.strip().length()));
  }

  private void add(Payer payer) {
    if (payer.why().code() == Code.CUSTOMER_NUMBER) {
      otherwise.merge(payer.debtor(), payer, (one, other) -> other.strength() > one.strength() ? other : one);
    }
    found.merge(payer.debtor(), payer, (one, other) -> other.strength() > one.strength() ? other : one);
  }

  /** Who else than {@code debtor} is known to have paid, by account or by name. */
  static boolean someoneElse(List<Payer> payers, int debtor) {
    return payers.stream().anyMatch(payer -> payer.debtor() != debtor && payer.strength() >= 2)
        && payers.stream().noneMatch(payer -> payer.debtor() == debtor);
  }

  static int strength(List<Payer> payers, int debtor) {
    return payers.stream().filter(payer -> payer.debtor() == debtor).mapToInt(Payer::strength).max().orElse(0);
  }
}
