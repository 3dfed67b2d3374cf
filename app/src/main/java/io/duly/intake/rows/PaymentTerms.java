package io.duly.intake.rows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Within how many days the creditors' terms of trade let a debtor pay (P01), for invoices that do not say it themselves. */
public final class PaymentTerms {
  private static final int USUAL_DAYS = 30;
  private static final Days USUAL = new Days(USUAL_DAYS, Optional.empty());

  private final Map<UUID, List<Version>> versions;

  /** @param versions of each creditor, the latest first */
  public PaymentTerms(Map<UUID, List<Version>> versions) {
    this.versions = Map.copyOf(versions);
  }

  /** A version of a creditor's terms that says within how many days to pay. */
  public record Version(String name, LocalDate validFrom, int days) {}

  /** @param version of the terms that say so; empty where none do, and the usual days are taken */
  public record Days(int count, Optional<String> version) {
    String inWords() {
      return count + " days, " + version.map(name -> "as the terms of trade " + name + " say")
          .orElse("for no terms of trade of that time say how many");
    }
  }

  /** By the version that the invoice names, else by the one in force on the day. */
  Days of(UUID creditor, Optional<String> named, LocalDate day) {
    var all = versions.getOrDefault(creditor, List.of());
    var meant = named.flatMap(name -> all.stream().filter(version -> version.name().equals(name)).findFirst());
    return meant.or(() -> all.stream().filter(version -> !version.validFrom().isAfter(day)).findFirst())
        .map(version -> new Days(version.days(), Optional.of(version.name())))
        .orElse(USUAL);
  }
}
