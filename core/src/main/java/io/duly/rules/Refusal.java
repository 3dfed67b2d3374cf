package io.duly.rules;

/**
 * A law that says no.
 *
 * @param basis the law
 * @param kind of charge that it forbids or does not give
 * @param appliesTo against whom
 * @param termsToo whether terms of trade cannot give it either
 * @param why in a sentence
 */
public record Refusal(
    Basis basis, ChargeKind kind, AppliesTo appliesTo, boolean termsToo, String why) {

  boolean holdsFor(ChargeKind wanted, Dealing dealing) {
    return kind == wanted && appliesTo.covers(dealing);
  }

  String said() {
    return why + " (" + basis.named() + ", rule " + basis.id() + ")";
  }
}
