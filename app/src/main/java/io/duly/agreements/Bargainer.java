package io.duly.agreements;

import java.util.Locale;

/** Whose limits. */
public enum Bargainer {
  /** Alone, in the portal. */
  DEBTOR,
  COLLECTOR,
  SENIOR,
  /** And administrators. */
  MANAGER;

  /** As the database, forms and the API spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Bargainer of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** @param role code of a person's; one that works no cases may go as far as a collector, which nobody asks */
  public static Bargainer ofRole(String role) {
    return switch (role) {
      case "senior" -> SENIOR;
      case "manager", "administrator" -> MANAGER;
      default -> COLLECTOR;
    };
  }
}
