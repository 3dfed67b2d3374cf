/**
 * Cash matching: what came in is laid beside what is owed. What is sure is allocated, what is likely waits for a person,
 * and whoever's it could be is not contacted meanwhile (P08). Every allocation can be taken back, and what was learned from
 * it goes with it. What the evidence is worth is judged by {@code io.duly.matching}; here it is read and its verdicts kept.
 */
@NamedInterface("cash")
@NullMarked
package io.duly.banking.cash;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
