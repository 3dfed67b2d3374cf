package io.duly.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a complete case file holds (P06), and who supplies it where nobody else was named. */
public enum ChecklistItem {
  INVOICES("the invoices themselves", "billing"),
  ORDER("order or contract", "sales"),
  DELIVERY("proof of delivery", "dispatch"),
  TERMS("accepted terms of trade", "sales"),
  CONTACT_PERSON("a contact person", "sales"),
  ADDRESS("e-mail, telephone and postal address", "sales"),
  CORRESPONDENCE("earlier correspondence", "account manager");

  private final String title;
  private final String supplier;

  ChecklistItem(String title, String supplier) {
    this.title = title;
    this.supplier = supplier;
  }

  public String title() {
    return title;
  }

  /** Who at the creditor has it, as a rule. */
  public String supplier() {
    return supplier;
  }

  /** The name that tables and commands use: {@code contact-person}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The item of that name. */
  public static Optional<ChecklistItem> of(String word) {
    return Arrays.stream(values()).filter(item -> item.word().equals(word)).findFirst();
  }
}
