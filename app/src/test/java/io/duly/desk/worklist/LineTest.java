package io.duly.desk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.rules.contact.Answer;
import io.duly.strategy.Likelihood.Because;
import io.duly.strategy.TrackRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Optional<Answer> OPEN = Optional.of(new Answer.Allowed(List.of()));
  private static final Optional<Answer> CLOSED = Optional.of(new Answer.Refused(List.of(), Optional.empty()));

  @Test
  @Tag("P13")
  void callsThatMayNotBeMadeNowSinkAndTheOthersKeepTheirOrder() {
    var lines =
        List.of(
            line("sleeps", Work.CALL, CLOSED, Optional.empty()),
            line("draft", Work.SEND, CLOSED, Optional.empty()),
            line("ill", Work.CALL, Optional.empty(), Optional.of("hardship")),
            line("awake", Work.CALL, OPEN, Optional.empty()),
            line("answer", Work.VERIFY, CLOSED, Optional.empty()));
    assertThat(Line.sunk(lines)).extracting(line -> line.work().debtor()).containsExactly("draft", "awake", "answer", "sleeps", "ill");
  }

  @Test
  @Tag("P33")
  void theLikelihoodIsThatOfTheOldestInvoiceAndTheRecord() {
    var likelihood = line("any", Work.CALL, OPEN, Optional.empty()).likelihood(TODAY);
    assertThat(likelihood.byAge()).isEqualTo(740);
    assertThat(likelihood.perMille()).isEqualTo(603);
    assertThat(likelihood.because()).containsExactly(Because.BROKEN_PROMISES, Because.PAYS_LATE);
  }

  private static Line line(String debtor, Work work, Optional<Answer> mayCall, Optional<String> held) {
    var todo =
        new WorkLine(
            UUID.randomUUID(), 1, debtor, "Brightwell", "EUR", "reminder", work, TODAY, "because", 100, 0, Optional.empty(),
            Optional.of(TODAY.minusDays(90)), held, false, 0);
    var now = new Now(TODAY.atTime(9, 40).atZone(ZoneId.of("Europe/London")), true, mayCall);
    return new Line(todo, new Facts(new Promised(Optional.empty(), 1), new TrackRecord(3, 3, 1), Optional.empty(), now, Optional.empty(), Optional.empty()));
  }
}
