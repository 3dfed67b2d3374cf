package io.duly.noise;

import io.duly.kernel.DebtorId;
import java.util.List;

/**
 * Who owes.
 *
 * @param called what banks make of its name, one for each account
 * @param tongue 0 to 7, whose words it uses
 * @param payer another that pays for it, else its own number
 */
public record Buyer(DebtorId id, String number, String name, List<String> called, List<String> accounts, int tongue, Habit habit, long fixed, String payer) {

  /** How it says what it pays. */
  public enum Habit {
    AS_PRINTED,
    LIST_OF_A_PROGRAM,
    BARE,
    CARELESS,
    BY_CUSTOMER_NUMBER,
    BY_ORDER,
    BY_DATE
  }
}
