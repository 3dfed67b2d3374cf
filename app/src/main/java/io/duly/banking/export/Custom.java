package io.duly.banking.export;

import io.duly.intake.reading.DateOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How days are written where a list comes from. Pure. */
final class Custom {
  private static final Set<String> ENGLISH =
      Set.of("date", "posting date", "post date", "description", "amount", "details", "balance", "type", "credit", "debit", "transaction date", "value date", "reference", "payee", "memo", "name", "currency",
          "account number", "narrative", "counterparty", "booking date", "running bal", "label", "partner name", "bank account", "status", "category");
  private static final Set<String> US = Set.of("check or slip #", "check number", "routing number", "bai code", "check or slip", "running bal.", "check #", "card member");
  private static final Set<String> DAY_FIRST = Set.of("EUR", "GBP", "CHF", "AUD", "NZD", "INR", "SGD", "HKD", "ZAR", "MYR", "PLN", "CZK", "DKK", "NOK", "BRL", "MXN", "AED", "KES", "NGN", "ILS", "RON", "BGN");

  private Custom() {}

  /** Empty where nothing tells the country. */
  static Optional<DateOrder> of(List<String> names, Optional<String> currency, Optional<String> account) {
    var plain = names.stream().map(BankMap::plain).filter(name -> !name.isEmpty()).toList();
    if (plain.stream().anyMatch(US::contains)) {
      return Optional.of(DateOrder.MDY);
    }
    boolean other = !plain.isEmpty() && plain.stream().noneMatch(ENGLISH::contains);
    boolean european = account.filter(Iban::is).isPresent();
    return other || european || currency.filter(DAY_FIRST::contains).isPresent() ? Optional.of(DateOrder.DMY) : Optional.empty();
  }
}
