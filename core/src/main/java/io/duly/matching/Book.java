package io.duly.matching;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One creditor's debtors and invoices, indexed once: by every way to write a number, by payment reference, by amount. Kept
 * in arrays, for there may be millions. Does not change; what is allocated meanwhile is in {@link Opens}.
 */
public final class Book {
  private final BookDebtors debtors;
  private final long[] high;
  private final long[] low;
  private final int[] debtorOf;
  private final long[] gross;
  private final long[] open;
  private final int[] issued;
  private final int[] due;
  private final byte[] currency;
  private final List<Currency> currencies;
  private final List<String> numbers;
  private final List<String> references;
  private final Map<Integer, List<Discount>> discounts;
  private final Map<Integer, List<OpenCredit>> credits;
  private final Map<Integer, List<Awaited>> awaited;
  private final PackedIndex index;
  private final boolean anyReference;
  private final int[] firstOf;
  private final int[] ordered;

  private Book(Builder from) {
    debtors = from.debtors.build();
    high = from.high.values();
    low = from.low.values();
    debtorOf = from.debtorOf.values();
    gross = from.gross.values();
    open = from.open.values();
    issued = from.issued.values();
    due = from.due.values();
    currencies = from.currencies;
    currency = new byte[high.length];
    var places = from.currencyOf.values();
    for (int at = 0; at < places.length; at++) {
      currency[at] = (byte) places[at];
    }
    numbers = from.numbers;
    references = from.references;
    discounts = from.discounts;
    credits = from.credits;
    awaited = from.awaited;
    anyReference = from.anyReference;
    index = from.index.build();
    firstOf = new int[debtors.count() + 1];
    ordered = new int[high.length];
    orderByDebtor();
  }

  private void orderByDebtor() {
    for (int debtor : debtorOf) {
      firstOf[debtor + 1]++;
    }
    for (int debtor = 0; debtor < debtors.count(); debtor++) {
      firstOf[debtor + 1] += firstOf[debtor];
    }
    var next = firstOf.clone();
    for (int invoice = 0; invoice < debtorOf.length; invoice++) {
      ordered[next[debtorOf[invoice]]++] = invoice;
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  BookDebtors debtors() {
    return debtors;
  }

  public int invoices() {
    return high.length;
  }

  InvoiceId id(int invoice) {
    return new InvoiceId(new UUID(high[invoice], low[invoice]));
  }

  int debtorOf(int invoice) {
    return debtorOf[invoice];
  }

  long gross(int invoice) {
    return gross[invoice];
  }

  long[] opens() {
    return open.clone();
  }

  int issued(int invoice) {
    return issued[invoice];
  }

  int due(int invoice) {
    return due[invoice];
  }

  Currency currency(int invoice) {
    return currencies.get(currency[invoice]);
  }

  String number(int invoice) {
    return numbers.get(invoice);
  }

  boolean hasCredits() {
    return !credits.isEmpty();
  }

  /** Credit notes of a debtor of which something is left. */
  List<OpenCredit> credits(int debtor) {
    return credits.getOrDefault(debtor, List.of());
  }

  /** What a debtor is to send by what was agreed. */
  List<Awaited> awaited(int debtor) {
    return awaited.getOrDefault(debtor, List.of());
  }

  boolean hasDiscounts() {
    return !discounts.isEmpty();
  }

  /** What whoever pays early may take off, the first to end first: as granted, else the usual. */
  List<Discount> discounts(int invoice, Optional<EarlyPayment> usual) {
    var granted = discounts.get(invoice);
    return granted != null
        ? granted
        : usual.flatMap(terms -> terms.on(new Money(gross[invoice], currency(invoice)), LocalDate.ofEpochDay(issued[invoice]))).map(List::of).orElse(List.of());
  }

  /** Its payment references, as they are compared, each between blanks. */
  String references(int invoice) {
    return references.get(invoice);
  }

  boolean hasReferences() {
    return anyReference;
  }

  /** All invoices of a debtor, paid ones too. */
  int[] of(int debtor) {
    var all = new int[firstOf[debtor + 1] - firstOf[debtor]];
    System.arraycopy(ordered, firstOf[debtor], all, 0, all.length);
    return all;
  }

  int[] find(long key, int most) {
    return index.find(key, most);
  }

  int count(long key, int most) {
    return index.count(key, most);
  }

  static long amountKey(long amount, Currency of) {
    return Hashes.of(Hashes.AMOUNT, amount, of.getCurrencyCode().hashCode());
  }

  /** Gathers a book: debtors before their invoices and links. */
  public static final class Builder {
    private final BookDebtors.Builder debtors = new BookDebtors.Builder();
    private final Longs high = new Longs();
    private final Longs low = new Longs();
    private final Ints debtorOf = new Ints();
    private final Longs gross = new Longs();
    private final Longs open = new Longs();
    private final Ints issued = new Ints();
    private final Ints due = new Ints();
    private final Ints currencyOf = new Ints();
    private final List<Currency> currencies = new ArrayList<>();
    private final Map<Currency, Integer> places = new HashMap<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final Map<Integer, List<Discount>> discounts = new HashMap<>();
    private final Map<Integer, List<OpenCredit>> credits = new HashMap<>();
    private final Map<Integer, List<Awaited>> awaited = new HashMap<>();
    private final PackedIndex.Builder index = new PackedIndex.Builder();
    private boolean anyReference;

    private Builder() {}

    /**
     * A debtor.
     *
     * @param customerNumber the creditor's own number for it
     * @param names the name and every other spelling that is known
     */
    public Builder debtor(DebtorId id, String customerNumber, List<String> names) {
      debtors.debtor(id, customerNumber, names);
      return this;
    }

    /** An account that paid for a debtor before; of a debtor that is not in the book it is left out. */
    public Builder link(String account, DebtorId debtor) {
      debtors.link(account, debtor);
      return this;
    }

    /** An account of the creditor itself: what comes from it is nobody's payment. */
    public Builder ownAccount(String account) {
      debtors.ownAccount(account);
      return this;
    }

    /** @throws IllegalArgumentException where its debtor was not added before */
    public Builder credit(OpenCredit credit) {
      credits.computeIfAbsent(debtors.place(credit.debtor()), _ -> new ArrayList<>()).add(credit);
      return this;
    }

    /** @throws IllegalArgumentException where its debtor was not added before */
    public Builder awaited(Awaited one) {
      awaited.computeIfAbsent(debtors.place(one.debtor()), _ -> new ArrayList<>()).add(one);
      return this;
    }

    /** @throws IllegalArgumentException where its debtor was not added before */
    public Builder invoice(OpenInvoice invoice) {
      int place = high.size();
      if (place >= PackedIndex.MOST) {
        throw new IllegalArgumentException("A book takes at most " + PackedIndex.MOST + " invoices; give it fewer that are paid long ago");
      }
      high.add(invoice.id().value().getMostSignificantBits());
      low.add(invoice.id().value().getLeastSignificantBits());
      debtorOf.add(debtors.place(invoice.debtor()));
      gross.add(invoice.gross().minor());
      open.add(invoice.open().minor());
      issued.add(Math.toIntExact(invoice.issuedOn().toEpochDay()));
      due.add(Math.toIntExact(invoice.dueOn().toEpochDay()));
      currencyOf.add(places.computeIfAbsent(invoice.gross().currency(), this::place));
      numbers.add(invoice.number());
      references.add(references(invoice.references(), place));
      if (!invoice.discounts().isEmpty()) {
        discounts.put(place, invoice.discounts().stream().sorted(Comparator.comparing(Discount::until)).toList());
      }
      NumberKeys.of(invoice.number()).into(index, place);
      if (invoice.open().isPositive()) {
        index.add(amountKey(invoice.open().minor(), invoice.open().currency()), place);
      }
      return this;
    }

    private int place(Currency currency) {
      if (currencies.size() > Byte.MAX_VALUE) {
        throw new IllegalArgumentException("A book takes at most 127 currencies");
      }
      currencies.add(currency);
      return currencies.size() - 1;
    }

    private String references(List<String> given, int place) {
      if (given.isEmpty()) {
        return "";
      }
      anyReference = true;
      var kept = new StringBuilder(" ");
      for (var reference : given) {
        for (var key : References.keys(reference)) {
          index.add(Hashes.of(Hashes.REFERENCE, key), place);
          kept.append(key).append(' ');
        }
      }
      return kept.toString();
    }

    public Book build() {
      return new Book(this);
    }
  }
}
