package io.duly.agreements;

import static io.duly.cases.Casework.BY_ANNA;
import static io.duly.cases.Casework.TODAY;
import static io.duly.cases.Casework.by;
import static io.duly.cases.Casework.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.cases.CannotRecord;
import io.duly.cases.Casework;
import io.duly.testing.Office;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P34")
class PromisesTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Casework office = new Casework(OFFICE);
  private final Promises promises = office.the(Promises.class);

  @Test
  void aPromiseStopsChasingAndRunsAlone() {
    var draft = office.draft(TODAY);
    office.decided();
    promises.record(office.sql, office.caseId, eur("500.00"), TODAY.plusDays(4), Optional.of("Freitag geht es raus."), BY_ANNA);
    assertThat(office.stateOf(draft)).isEqualTo("withdrawn");
    assertThat(office.touched(office.caseId)).isTrue();
    var second =
        promises.record(office.sql, office.caseId, eur("1200.00"), TODAY.plusDays(9), Optional.empty(), by(TODAY.plusDays(1)));
    assertThat(promises.running(office.sql, office.caseId).orElseThrow().id()).isEqualTo(second);
    assertThat(promises.trackRecord(office.sql, office.debtor)).hasToString("1 superseded");
    assertThat(office.journalKinds(office.caseId)).containsExactly("promise-made", "promise-superseded", "promise-made");
  }

  @Test
  void refusesWhatIsNotOpenNotInTheCasesCurrencyOrInThePast() {
    assertThatThrownBy(() -> promise("1200.01", 1)).hasMessageContaining("1,200.00 EUR is open");
    assertThatThrownBy(() -> promise("0.00", 1)).hasMessageContaining("between zero");
    assertThatThrownBy(() -> promise("10.00", -1)).isInstanceOf(CannotRecord.class).hasMessageContaining("before today");
  }

  private void promise(String amount, int days) {
    promises.record(office.sql, office.caseId, eur(amount), TODAY.plusDays(days), Optional.empty(), BY_ANNA);
  }
}
