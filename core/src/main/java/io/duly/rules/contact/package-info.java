/**
 * Whether a debtor may be contacted at an instant, by which channel, and if not, why and from when
 * on: rule packs as data by jurisdiction, and a pure function over what is known of the debtor.
 * Every refusal names its rule and source. Never reads a clock, a database or a calendar of
 * holidays: what it needs is handed in.
 */
@NullMarked
package io.duly.rules.contact;

import org.jspecify.annotations.NullMarked;
