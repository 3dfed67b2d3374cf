package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.banking.statement.Balance;
import io.duly.banking.statement.Chain;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Link;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How statements follow one another. */
@Tag("P08")
class ChainTest {
  private static final Statement MONDAY = day(2, 100, entry(2, 50, "A"));
  private static final Statement TUESDAY = day(3, 150, entry(3, 25, "B"));
  private static final Statement WEDNESDAY = day(4, 175, entry(4, -75, "C"));

  @Test
  void theOrderOfTheFilesDoesNotMatter() {
    Chain chain = Chain.of(List.of(WEDNESDAY, MONDAY, TUESDAY)).getFirst();
    assertThat(chain.unbroken()).isTrue();
    assertThat(chain.links()).extracting(Link::statement).containsExactly(MONDAY, TUESDAY, WEDNESDAY);
  }

  @Test
  void aStatementTwiceIsADuplicateAndBreaksNothing() {
    Chain chain = Chain.of(List.of(TUESDAY, MONDAY, TUESDAY, WEDNESDAY)).getFirst();
    assertThat(chain.links()).filteredOn(Link.Duplicate.class::isInstance).hasSize(1);
    assertThat(chain.unbroken()).isTrue();
  }

  @Test
  void aMissingStatementIsAGapOfTheMissingAmount() {
    Chain chain = Chain.of(List.of(MONDAY, WEDNESDAY)).getFirst();
    assertThat(chain.unbroken()).isFalse();
    assertThat(chain.links().getLast()).isEqualTo(new Link.Gap(WEDNESDAY, MONDAY, money(25)));
  }

  @Test
  void anOverlapGivesOnlyWhatIsNew() {
    Statement both = day(3, 100, entry(2, 50, "A"), entry(3, 25, "B"));
    Chain chain = Chain.of(List.of(MONDAY, both, WEDNESDAY)).getFirst();
    assertThat(chain.links().get(1)).isEqualTo(new Link.Overlap(both, List.of(entry(3, 25, "B"))));
    assertThat(chain.links().get(2)).isEqualTo(new Link.Follows(WEDNESDAY));
  }

  @Test
  void twoEqualPaymentsOfOneDayAreTwo() {
    Statement first = day(2, 100, entry(2, 50, ""), entry(2, 50, ""));
    Statement again = day(3, 100, entry(2, 50, ""), entry(2, 50, ""), entry(2, 50, ""));
    assertThat(((Link.Overlap) Chain.of(List.of(first, again)).getFirst().links().getLast()).fresh()).hasSize(1);
  }

  private static Statement day(int day, long opening, Entry... entries) {
    long closing = opening + List.of(entries).stream().mapToLong(entry -> entry.amount().minor()).sum();
    return new Statement(
        StatementKind.BOOKED, "DE1", Currency.getInstance("EUR"), Optional.of("S" + day), Optional.of(Integer.toString(day)), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.of(new Balance(money(opening), LocalDate.of(2026, 3, 2))), Optional.of(new Balance(money(closing), LocalDate.of(2026, 3, day))),
        List.of(entries), List.of());
  }

  private static Entry entry(int day, long minor, String reference) {
    return new Entry(
        Optional.of(LocalDate.of(2026, 3, day)), Optional.empty(), money(minor), false, true, Optional.of(reference).filter(text -> !text.isEmpty()),
        Optional.empty(), Details.NONE, List.of());
  }

  private static Money money(long minor) {
    return Money.ofMinor(minor, "EUR");
  }
}
