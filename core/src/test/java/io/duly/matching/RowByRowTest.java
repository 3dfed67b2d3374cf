package io.duly.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.noise.Numbering;
import io.duly.noise.OtherYear;
import io.duly.noise.Paid;
import io.duly.rules.RulePacks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways that make matching fast change nothing of what it says. */
@Tag("P08")
class RowByRowTest {
  private static final Settings SETTINGS = new Settings(RulePacks.shipped().of("DE").allocation());

  /** Some thousand at once by all processors, and each by itself before a book that was made anew. */
  @ParameterizedTest
  @EnumSource(Numbering.class)
  void aYearAtOnceAndEachPaymentByItselfGetTheSameVerdicts(Numbering numbering) {
    var year = OtherYear.of(numbering, 30, 260, 5);
    var open = new HashMap<InvoiceId, Money>();
    year.bills().forEach(bill -> open.put(bill.invoice().id(), bill.invoice().open()));
    var atOnce = new Matching(book(year, open), SETTINGS).all(year.payments().stream().map(Paid::payment).toList());
    for (var one : atOnce) {
      var byItself = new Matching(book(year, open), SETTINGS).all(List.of(one.payment())).getFirst();
      assertThat(byItself).isEqualTo(one);
      if (byItself.match() instanceof Match.Sure sure) {
        sure.proposal().parts().forEach(part -> open.computeIfPresent(part.invoice(), (_, left) -> left.minus(part.amount())));
      }
    }
  }

  private static Book book(OtherYear year, Map<InvoiceId, Money> open) {
    var book = Book.builder();
    year.buyers().forEach(buyer -> book.debtor(buyer.id(), buyer.number(), List.of(buyer.name())));
    book.ownAccount(year.ownAccount());
    for (var bill : year.bills()) {
      var invoice = bill.invoice();
      book.invoice(new OpenInvoice(invoice.id(), invoice.debtor(), invoice.number(), invoice.references(), invoice.gross(),
          open.getOrDefault(invoice.id(), invoice.open()), invoice.issuedOn(), invoice.dueOn()));
    }
    return book.build();
  }

  /** What the index finds is what looking at every row finds. */
  @Test
  void theIndexFindsWhatLookingAtEveryRowFinds() {
    var random = new SplittableRandom(8);
    var keys = random.longs(2_000).toArray();
    var rows = new TreeMap<Long, List<Integer>>();
    var builder = new PackedIndex.Builder();
    for (int value = 0; value < 20_000; value++) {
      long key = keys[random.nextInt(keys.length)];
      builder.add(key, value);
      rows.computeIfAbsent(key >>> 24, _ -> new ArrayList<>()).add(value);
    }
    var index = builder.build();
    for (long key : keys) {
      var expected = rows.getOrDefault(key >>> 24, List.of()).stream().mapToInt(Integer::intValue).toArray();
      assertThat(index.find(key, Integer.MAX_VALUE)).isEqualTo(expected);
      assertThat(index.count(key, Integer.MAX_VALUE)).isEqualTo(expected.length);
      assertThat(index.find(random.nextLong(), 5)).isEmpty();
    }
  }
}
