package io.duly.strategy;

/**
 * Why a decision came out as it did.
 *
 * @param rule the rule's id: a practice ({@code P34}), an invariant ({@code I3}) or a policy step
 *     ({@code standard/first-reminder})
 * @param text one sentence for a person
 */
public record Reason(String rule, String text) {}
