package io.duly.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.rules.RulePacks;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was sent in another currency is nobody's allocation, and somebody's money all the same. */
@Tag("P08")
class OriginalAmountTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @CsvSource({"10000, ORIGINAL_AMOUNT", "9000, OTHER_CURRENCY"})
  void whatIsOwedInTheCurrencyThatWasSentNamesItsDebtor(long sent, Why.Code code) {
    var debtor = new DebtorId(new UUID(1, 1));
    var owed = Money.ofMinor(10_000, "USD");
    var book = Book.builder()
        .debtor(debtor, "D1", List.of("Bakery Summer Ltd"))
        .invoice(new OpenInvoice(new InvoiceId(new UUID(2, 1)), debtor, "RE-2026-04711", List.of(), owed, owed, DAY.minusDays(40), DAY.minusDays(10)))
        .build();
    var payment = new Payment(new UUID(3, 1), DAY, Money.ofMinor(9_231, "EUR"), List.of(), List.of(), "RE-2026-04711", Optional.empty(), Optional.of("Bakery Summer"), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(Money.ofMinor(sent, "USD")));
    var match = new Matching(book, new Settings(RulePacks.shipped().of("DE").allocation())).all(List.of(payment)).getFirst().match();
    assertThat(match).isInstanceOf(Match.Candidates.class);
    assertThat(match.suspects()).singleElement().satisfies(suspect -> assertThat(suspect.whys()).extracting(Why::code).containsExactly(code));
  }
}
