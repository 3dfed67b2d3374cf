package io.duly.correspondence.template;

import java.util.Optional;

/**
 * The way into the portal that a message carries.
 *
 * @param address where it leads; made by Duly, never by anybody's words
 * @param code that a letter has beside it; empty in what goes to an address or number that a code can be sent to
 */
public record Door(String address, Optional<String> code) {}
