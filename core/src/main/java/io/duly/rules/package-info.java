/**
 * What the law and the terms of trade allow to be charged, as data: rate tables and rule packs by
 * jurisdiction, and pure functions that say what is due on a claim, line by line, with the rule's
 * id and source, or why nothing is. Says also what a payment goes to first. Never posts anything,
 * never reads a clock or a database; a charge without a basis cannot come out of here (P02).
 */
@NullMarked
package io.duly.rules;

import org.jspecify.annotations.NullMarked;
