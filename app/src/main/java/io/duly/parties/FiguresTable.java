package io.duly.parties;

import static io.duly.database.jooq.parties.Tables.TERMS_FIGURES;

import io.duly.kernel.CreditorId;
import io.duly.kernel.Money;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Figures of terms as the table holds them. */
final class FiguresTable {
  private FiguresTable() {}

  static void add(DSLContext tx, UUID id, CreditorId creditor, TermsFigures figures, String actor) {
    tx.insertInto(TERMS_FIGURES)
        .set(TERMS_FIGURES.ID, id)
        .set(TERMS_FIGURES.CREDITOR_ID, creditor.value())
        .set(TERMS_FIGURES.TERMS_ID, figures.terms())
        .set(TERMS_FIGURES.INTEREST_PERCENT, figures.interest().map(TermsFigures.Interest::percent).orElse(null))
        .set(TERMS_FIGURES.INTEREST_ABOVE, figures.interest().flatMap(TermsFigures.Interest::above).orElse(null))
        .set(TERMS_FIGURES.COMPOUNDING, figures.interest().map(TermsFigures.Interest::compounding).orElse("none"))
        .set(TERMS_FIGURES.CURRENCY, currency(figures))
        .set(TERMS_FIGURES.LATE_FEE, figures.lateFee().map(Money::minor).orElse(null))
        .set(TERMS_FIGURES.LATE_FEE_PERCENT, figures.lateFeePercent().orElse(null))
        .set(TERMS_FIGURES.COLLECTION_COSTS, figures.collectionCosts().map(Money::minor).orElse(null))
        .set(TERMS_FIGURES.ACTOR, actor)
        .execute();
  }

  private static @Nullable String currency(TermsFigures figures) {
    var codes =
        Stream.of(figures.lateFee(), figures.collectionCosts())
            .flatMap(Optional::stream)
            .map(sum -> sum.currency().getCurrencyCode())
            .distinct()
            .toList();
    if (codes.size() > 1) {
      throw new IllegalArgumentException("The sums of one version of terms are in one currency, not in " + codes);
    }
    return codes.isEmpty() ? null : codes.getFirst();
  }

  /** The latest of each version. */
  static Map<UUID, TermsFigures> of(DSLContext tx, Collection<UUID> terms) {
    var found = new HashMap<UUID, TermsFigures>();
    tx.selectFrom(TERMS_FIGURES)
        .where(TERMS_FIGURES.TERMS_ID.eq(DSL.any(terms.toArray(UUID[]::new))))
        .orderBy(TERMS_FIGURES.RECORDED_AT, TERMS_FIGURES.ID)
        .forEach(row -> found.put(row.getTermsId(), figures(row)));
    return found;
  }

  private static TermsFigures figures(Record row) {
    return new TermsFigures(
        row.get(TERMS_FIGURES.TERMS_ID),
        Optional.ofNullable(row.get(TERMS_FIGURES.INTEREST_PERCENT))
            .map(percent ->
                new TermsFigures.Interest(
                    percent.stripTrailingZeros(),
                    Optional.ofNullable(row.get(TERMS_FIGURES.INTEREST_ABOVE)),
                    row.get(TERMS_FIGURES.COMPOUNDING))),
        Optional.ofNullable(row.get(TERMS_FIGURES.LATE_FEE)).map(minor -> Money.ofMinor(minor, row.get(TERMS_FIGURES.CURRENCY))),
        Optional.ofNullable(row.get(TERMS_FIGURES.LATE_FEE_PERCENT)).map(percent -> percent.stripTrailingZeros()),
        Optional.ofNullable(row.get(TERMS_FIGURES.COLLECTION_COSTS))
            .map(minor -> Money.ofMinor(minor, row.get(TERMS_FIGURES.CURRENCY))));
  }
}
