package io.duly.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who agreed to send an amount need not say for what: what is expected says it. */
@Tag("P34")
class AwaitedTest {
  private final Counter counter = new Counter()
      .debtor("10031", "Bäckerei Sommer OHG")
      .owes("10031", "RE-2026-04711", "119.00")
      .owes("10031", "RE-2026-04720", "1000.00")
      .awaits("10031", "400.00", "RE-2026-04720");

  @Test
  void anInstalmentThatIsExpectedIsSureWithoutAWord() {
    assertThat(counter.said(counter.match("400.00", "Bäckerei Sommer OHG", "vielen Dank"))).isEqualTo("sure awaited RE-2026-04720=400.00");
  }

  @Test
  void itGoesToWhatThePlanIsAboutAlone() {
    assertThat(counter.said(counter.match("400.00", "Bäckerei Sommer OHG", "Rate"))).doesNotContain("04711");
  }

  @Test
  void anotherAmountIsNot() {
    assertThat(counter.said(counter.match("390.00", "Bäckerei Sommer OHG", "vielen Dank"))).startsWith("likely");
  }

  @Test
  void whoeverNamesAnInvoiceMeansThatOne() {
    assertThat(counter.said(counter.match("400.00", "Bäckerei Sommer OHG", "RE-2026-04720 Rate 1"))).isEqualTo("sure partial RE-2026-04720=400.00");
  }

  @Test
  void anInvoiceOfTheVeryAmountMakesItAPersonsChoice() {
    counter.owes("10031", "RE-2026-04799", "400.00");
    assertThat(counter.said(counter.match("400.00", "Bäckerei Sommer OHG", "vielen Dank"))).startsWith("likely");
  }

  @Test
  void theSecondOfTwoEqualInstalmentsIsNotTheFirstComeTwice() {
    var twice = new Counter().debtor("10031", "Bäckerei Sommer OHG").invoice("10031", "RE-2026-04720", "1200.00", "800.00");
    assertThat(twice.said(twice.match("400.00", "Bäckerei Sommer OHG", "RE-2026-04720"))).as("nothing was agreed").startsWith("likely");
    twice.awaits("10031", "400.00", "RE-2026-04720");
    assertThat(twice.said(twice.match("400.00", "Bäckerei Sommer OHG", "RE-2026-04720"))).isEqualTo("sure partial RE-2026-04720=400.00");
  }

  @Test
  void theLastBringsTheInterestOfThePlanWithIt() {
    var last = new Counter().debtor("10031", "Bäckerei Sommer OHG").invoice("10031", "RE-2026-04720", "1200.00", "400.00").awaitsWith("10031", "407.96", "7.96", "RE-2026-04720");
    assertThat(last.said(last.match("407.96", "Bäckerei Sommer OHG", "vielen Dank"))).startsWith("sure awaited RE-2026-04720=400.00");
    assertThat(last.said(last.match("408.96", "Bäckerei Sommer OHG", "vielen Dank"))).doesNotContain("awaited");
  }

  @Test
  void aStrangersMoneyIsNobodysInstalment() {
    assertThat(counter.said(counter.match("400.00", "Druckerei Nordlicht", "vielen Dank"))).isEqualTo("nothing");
  }
}
