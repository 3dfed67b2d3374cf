package io.duly.correspondence;

import io.duly.rules.contact.Channel;
import java.time.ZoneId;

/** Something that a debtor wishes of contacts, or says that concerns them. */
public sealed interface Wish {

  /** No contact: altogether, by some channels, at a place, to an address. */
  record Stop(io.duly.rules.contact.Stop stop) implements Wish {}

  /** @param by who speaks for the debtor, by name */
  record Represented(String by) implements Wish {}

  record Inconvenient(io.duly.rules.contact.Inconvenient hours) implements Wish {}

  /** The debtor asks to be reached so. */
  record Consent(Channel channel) implements Wish {}

  /** The debtor may be in this zone as well. */
  record AlsoIn(ZoneId zone) implements Wish {}
}
