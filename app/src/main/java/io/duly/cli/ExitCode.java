package io.duly.cli;

/** What a command's end tells the shell. */
final class ExitCode {
  static final int DONE = 0;
  static final int FINDINGS = 1;
  static final int WRONG_USAGE = 2;
  static final int COULD_NOT = 3;

  private ExitCode() {}
}
