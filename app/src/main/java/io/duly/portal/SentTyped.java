package io.duly.portal;

/** What is typed of a payment that was sent, so that nothing of it is lost where something of it cannot be. */
public record SentTyped(String amount, String currency, String on, String way, String words) {}
