package io.duly.correspondence.template;

/** A piece of a line. */
sealed interface Inline {

  /** Words of the template itself. */
  record Words(String text, boolean strong) implements Inline {}

  record Value(Variable variable, boolean strong) implements Inline {}

  /** Words with an address behind them, which the template gives and no value can. */
  record Link(String text, String address) implements Inline {}

  record LineEnd() implements Inline {}
}
