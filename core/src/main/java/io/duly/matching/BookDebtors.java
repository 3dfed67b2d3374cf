package io.duly.matching;

import io.duly.kernel.DebtorId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The debtors of a book: by their names, by the words in them, by their customer number, by the accounts that paid for them. */
final class BookDebtors {
  private static final int BEGINNING = 5;

  private final long[] high;
  private final long[] low;
  private final List<String> customerNumbers;
  private final List<String[]> names;
  private final PackedIndex index;
  private final List<String> accounts;
  private final int[] accountDebtors;
  private final Set<String> ownAccounts;

  private BookDebtors(Builder from) {
    high = from.high.values();
    low = from.low.values();
    customerNumbers = from.customerNumbers;
    names = from.names;
    accounts = from.accounts;
    accountDebtors = from.accountDebtors.values();
    ownAccounts = from.ownAccounts;
    index = from.index.build();
  }

  int count() {
    return high.length;
  }

  DebtorId id(int debtor) {
    return new DebtorId(new UUID(high[debtor], low[debtor]));
  }

  String customerNumber(int debtor) {
    return customerNumbers.get(debtor);
  }

  String[] names(int debtor) {
    return names.get(debtor);
  }

  boolean isOwn(String account) {
    return ownAccounts.contains(account);
  }

  /** Those for whom an account paid before. */
  List<Integer> byAccount(String account) {
    var found = new ArrayList<Integer>(1);
    for (int link : index.find(Hashes.of(Hashes.ACCOUNT, account), 64)) {
      if (accounts.get(link).equals(account)) {
        found.add(accountDebtors[link]);
      }
    }
    return found;
  }

  int[] byCustomerNumber(String text) {
    return index.find(Hashes.of(Hashes.CUSTOMER, text), 4);
  }

  int[] byWholeName(String whole, int most) {
    return index.find(Hashes.of(Hashes.WHOLE_NAME, whole), most);
  }

  int[] byWord(String word, int most) {
    return index.find(Hashes.of(Hashes.WORD, word), most);
  }

  /** How many names have a word, counted to a thousand. */
  int wordCount(String word) {
    return index.count(Hashes.of(Hashes.WORD, word), 1_000);
  }

  int[] byBeginning(String word, int most) {
    return word.length() < BEGINNING ? new int[0] : index.find(Hashes.of(Hashes.BEGINNING, word, 0, BEGINNING), most);
  }

  /** Gathers them. */
  static final class Builder {
    private final Longs high = new Longs();
    private final Longs low = new Longs();
    private final List<String> customerNumbers = new ArrayList<>();
    private final List<String[]> names = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final Ints accountDebtors = new Ints();
    private final Set<String> ownAccounts = new HashSet<>();
    private final Map<DebtorId, Integer> places = new HashMap<>();
    private final PackedIndex.Builder index = new PackedIndex.Builder();

    void debtor(DebtorId id, String customerNumber, List<String> spellings) {
      int place = high.size();
      if (place >= PackedIndex.MOST || places.putIfAbsent(id, place) != null) {
        throw new IllegalArgumentException("A book takes each debtor once, and at most " + PackedIndex.MOST);
      }
      high.add(id.value().getMostSignificantBits());
      low.add(id.value().getLeastSignificantBits());
      customerNumbers.add(Plain.compact(customerNumber));
      names.add(spellings.toArray(String[]::new));
      index.add(Hashes.of(Hashes.CUSTOMER, Plain.withoutNoughts(Plain.compact(customerNumber))), place);
      var seen = new HashSet<Long>();
      for (var spelling : spellings) {
        keys(NameWords.of(spelling), seen);
      }
      seen.forEach(key -> index.add(key, place));
    }

    private static void keys(NameWords name, Set<Long> keys) {
      keys.add(Hashes.of(Hashes.WHOLE_NAME, name.whole()));
      for (var word : name.telling()) {
        keys.add(Hashes.of(Hashes.WORD, word));
        if (word.length() > BEGINNING) {
          keys.add(Hashes.of(Hashes.BEGINNING, word, 0, BEGINNING));
        }
      }
    }

    void link(String account, DebtorId debtor) {
      var place = places.get(debtor);
      if (place != null) {
        index.add(Hashes.of(Hashes.ACCOUNT, Plain.compact(account)), accounts.size());
        accounts.add(Plain.compact(account));
        accountDebtors.add(place);
      }
    }

    void ownAccount(String account) {
      ownAccounts.add(Plain.compact(account));
    }

    /** @throws IllegalArgumentException where the debtor was not added before */
    int place(DebtorId debtor) {
      var place = places.get(debtor);
      if (place == null) {
        throw new IllegalArgumentException("An invoice comes after its debtor: " + debtor);
      }
      return place;
    }

    BookDebtors build() {
      return new BookDebtors(this);
    }
  }
}
