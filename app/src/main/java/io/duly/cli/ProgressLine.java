package io.duly.cli;

import io.duly.intake.Progress;
import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on a terminal, nothing where the output goes elsewhere. */
final class ProgressLine implements Progress, AutoCloseable {
  private final boolean shown;
  private Optional<ProgressBar> bar = Optional.empty();
  private String what = "";

  private ProgressLine(boolean shown) {
    this.shown = shown;
  }

  static ProgressLine onTerminal() {
    return new ProgressLine(Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }

  @Override
  public void at(String step, long done, long all) {
    if (!shown) {
      return;
    }
    if (!step.equals(what)) {
      close();
      what = step;
      bar = Optional.of(new ProgressBarBuilder().setTaskName(step).setInitialMax(all).setUnit(" MB", 1_000_000).setUpdateIntervalMillis(200).build());
    }
    bar.ifPresent(line -> line.stepTo(done));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
