/**
 * Whether a text may leave: reads it as a person would who looks for threats, insults, shaming,
 * false urgency and authority, disclosure and claims that the case does not bear, and says where,
 * why, by which law and how to say it better (P12). Rules and vocabularies are data, one file per
 * language. Also makes values harmless before they are put into a text. Pure: never reads a clock,
 * a database or the network.
 */
@NullMarked
package io.duly.wording;

import org.jspecify.annotations.NullMarked;
