/**
 * Breathing space that a law gives a debtor: how long it lasts, which debts it is of, and whom the law has in mind. The laws are data
 * beside this package. Pure: every day is handed in.
 */
@NullMarked
package io.duly.moratorium;

import org.jspecify.annotations.NullMarked;
