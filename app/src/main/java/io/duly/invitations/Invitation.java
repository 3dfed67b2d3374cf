package io.duly.invitations;

/**
 * A way into the portal, as a message carries it.
 *
 * @param address where it leads
 * @param code that a letter has beside it, eight digits in two groups; whoever has the address alone is not let in
 */
public record Invitation(String address, String code) {}
