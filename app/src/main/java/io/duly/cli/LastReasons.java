package io.duly.cli;

import io.duly.cases.CaseView;
import io.duly.strategy.Reason;
import java.util.List;

/** Why a case stands as it does. */
final class LastReasons {
  private LastReasons() {}

  static List<Reason> of(CaseView view) {
    return view.because().map(because -> new Reason("next", because)).stream().toList();
  }
}
