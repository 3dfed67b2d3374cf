package io.duly.charging;

import static io.duly.charging.Account.day;
import static io.duly.charging.Account.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.parties.Parties;
import io.duly.testing.Office;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P02")
class NightlyChargesTest {
  private static final Instant NIGHT = Instant.parse("2026-06-01T03:00:00Z");
  @AutoClose private static final Office OFFICE = new Office();
  private final Account automatic = new Account(OFFICE);
  private final Account byHand = new Account(OFFICE);
  private final NightlyCharges nightly = OFFICE.the(NightlyCharges.class);

  @Test
  void postsForThoseWhoChoseItFixedSumsAtOnceAndInterestWhenItsMonthIsOver() {
    OFFICE.the(Parties.class).chargesPosted(automatic.work.sql, automatic.work.creditor, true);
    assertThat(nightly.post(day("2026-05-20"), NIGHT)).isEqualTo(1);
    assertThat(automatic.sum("2026-05-20")).isEqualTo(eur("40.00"));
    assertThat(nightly.post(day("2026-06-01"), NIGHT)).isEqualTo(1);
    assertThat(nightly.post(day("2026-06-01"), NIGHT)).isZero();
    assertThat(automatic.sum("2026-06-01")).as("29 days of May at 10.27 %").isEqualTo(eur("49.79"));
    assertThat(byHand.charges("2026-06-01")).isEmpty();
    assertThat(entries(automatic)).isEqualTo(2);
    assertThat(nightly.post(day("2026-05-31"), NIGHT)).as("a day before what is posted").isZero();
  }

  private static int entries(Account account) {
    return account.work.sql.fetch(
        "select 1 from journal.entry where case_id = ? and kind = 'charges-posted'", account.work.caseId.value()).size();
  }
}
