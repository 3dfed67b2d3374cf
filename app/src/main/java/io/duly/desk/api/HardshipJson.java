package io.duly.desk.api;

import io.duly.hardship.Space;
import io.duly.hardship.Telling;
import io.duly.moratorium.Caveat;
import java.time.LocalDate;
import java.util.List;

/** How breathing space is written for programs. */
final class HardshipJson {
  private HardshipJson() {}

  static HardshipApi.SpaceJson of(Space one, LocalDate today) {
    return new HardshipApi.SpaceJson(
        one.id(), one.since(), one.until(), one.reviewOn(), one.statutory(), one.chargesRest(), one.holdsOn(today), one.reviewedOn(), one.endedOn(), one.closedOn(),
        one.telling().map(HardshipJson::told));
  }

  private static HardshipApi.ToldJson told(Telling told) {
    var notice = told.notice();
    return new HardshipApi.ToldJson(
        CaseJson.word(told.toldBy()), told.trouble().map(CaseJson::word), told.words(), told.consent().map(Telling.Agreed::by), told.consent().map(Telling.Agreed::on),
        told.consent().flatMap(Telling.Agreed::takenBackOn), notice.map(Telling.Noticed::word), notice.map(Telling.Noticed::reference), notice.map(Telling.Noticed::by),
        notice.map(one -> one.caveats().stream().map(Caveat::word).toList()).orElse(List.of()));
  }
}
