package io.duly.hardship;

import io.duly.moratorium.Moratorium;

/**
 * That a law gives breathing space.
 *
 * @param reference as the notice has it
 * @param by who notified us
 */
public record Notice(Moratorium moratorium, String reference, String by) {}
