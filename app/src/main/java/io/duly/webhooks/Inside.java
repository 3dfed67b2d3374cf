package io.duly.webhooks;

import java.net.UnknownHostException;

/** A name leads to an address that no webhook may reach. */
final class Inside extends UnknownHostException {
  private static final long serialVersionUID = 1;

  Inside(String host) {
    super(host + " leads to an address inside");
  }
}
