package io.duly.hardship;

/**
 * That it may be kept.
 *
 * @param by who agreed, as they are called
 */
public record Consent(String by, ToldBy how) {}
