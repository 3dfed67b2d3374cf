package io.duly.intake;

/** Is told how an import goes on. */
@FunctionalInterface
public interface Progress {
  /**
   * @param what what is being done, in a few words
   * @param done of {@code all}, both in bytes of the file; equal where the step has no measure
   */
  void at(String what, long done, long all);

  /** Tells nobody. */
  Progress NONE = (_, _, _) -> {};
}
