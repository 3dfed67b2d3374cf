package io.duly.banking.cash;

import io.duly.kernel.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that waits to be allocated, or a booking that may take some back.
 *
 * @param left of it, which waits; below zero where it went out
 * @param result what matching said: {@code likely}, {@code candidates}, {@code nothing}, {@code unseen}
 * @param candidates names of debtors whose it could be; nobody contacts them
 */
public record Waiting(
    UUID entry, String creditor, LocalDate day, Money left, Optional<String> payer, Optional<String> account, String text, String result, List<String> candidates, List<Offer> offers) {

  /** Where it stands among those that wait: the latest first. */
  public record Place(LocalDate day, UUID entry) {
    /** As {@link #toString} writes it; empty where it is none. */
    public static Optional<Place> of(String text) {
      try {
        return text.length() == 47 ? Optional.of(new Place(LocalDate.parse(text.substring(0, 10)), UUID.fromString(text.substring(11)))) : Optional.empty();
      } catch (DateTimeException | IllegalArgumentException none) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return day + "_" + entry;
    }
  }

  public Place place() {
    return new Place(day, entry);
  }

  /**
   * What a person may accept.
   *
   * @param parts number of an invoice and the amount that goes to it
   * @param credits credit notes that were taken off, set off with the money
   * @param why in words
   */
  public record Offer(UUID proposal, int rank, String kind, int score, List<Part> parts, List<Netted> credits, String why) {}

  /** A credit note that was taken off, and the invoice that it goes to. */
  public record Netted(String creditNote, String invoice, Money amount) {}

  /**
   * @param letGo of the invoice with it, so that nothing stays open
   * @param letGoFor {@code discount} or {@code bank-charges}
   */
  public record Part(String invoice, String debtor, Money amount, Optional<Money> letGo, Optional<String> letGoFor) {}
}
