package io.duly.intake;

import io.duly.cases.Recorded;
import io.duly.intake.reading.FilePlan;
import io.duly.intake.rows.Assumptions;
import io.duly.intake.stage.FileRecord;
import io.duly.intake.stage.Taking;
import java.sql.Connection;

/** Everything that taking in one file needs to know. */
record Setting(
    Connection connection,
    FilePlan plan,
    Creditors creditors,
    Taking taking,
    Assumptions assumptions,
    FileRecord file,
    Recorded by,
    Progress progress) {

  /** A step that has no measure. */
  void say(String what) {
    progress.at(what, plan.source().size(), plan.source().size());
  }
}
