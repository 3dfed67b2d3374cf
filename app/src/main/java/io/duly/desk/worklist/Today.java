package io.duly.desk.worklist;

import java.util.Map;

/**
 * What a person did today.
 *
 * @param done calls ended and tasks done
 * @param reached how often somebody was talked to
 * @param promised minor units by currency
 */
public record Today(int done, int reached, Map<String, Long> promised) {}
