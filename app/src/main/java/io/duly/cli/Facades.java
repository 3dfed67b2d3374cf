package io.duly.cli;

/** The modules, as a command reaches them: with pages or without. */
interface Facades {
  /** The facade of a module. */
  <T> T the(Class<T> facade);
}
