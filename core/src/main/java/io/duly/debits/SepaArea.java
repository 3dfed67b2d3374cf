package io.duly.debits;

import java.util.Set;

/** From where direct debits can be collected, by the country that an account's number begins with (EPC409-09). */
public final class SepaArea {
  /** The European Economic Area, where the number of the account is enough. */
  private static final Set<String> EEA =
      Set.of(
          "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IS", "IE", "IT", "LV", "LI", "LT", "LU", "MT", "NL", "NO", "PL", "PT", "RO",
          "SK", "SI", "ES", "SE");
  private static final Set<String> BESIDE = Set.of("AD", "AL", "CH", "GB", "GI", "MC", "MD", "ME", "MK", "RS", "SM", "VA");

  private SepaArea() {}

  public static boolean has(String iban) {
    return EEA.contains(iban.substring(0, 2)) || BESIDE.contains(iban.substring(0, 2));
  }

  /** The bank's code and the payer's address are wanted too. */
  public static boolean wantsMore(String iban) {
    return BESIDE.contains(iban.substring(0, 2));
  }
}
