package io.duly.einvoice;

import io.duly.einvoice.model.Identifier;
import io.duly.einvoice.model.Party;
import io.duly.identifiers.VatId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Numbers by which a party is known to others than the seller alone. */
final class PartyNumbers {
  private static final String VAT = "vat";
  private static final int SHORTEST = 5;

  private PartyNumbers() {}

  /** @param scheme {@code vat}, {@code register}, or an ICD code */
  record Known(String scheme, String value) {}

  static Set<Known> of(Party party) {
    var found = new LinkedHashSet<Known>();
    party.vat().ifPresent(number -> add(found, VAT, VatId.check(number, party.address().country()).normal()));
    party.legalId().ifPresent(one -> add(found, one.scheme().orElse("register"), one.value()));
    party.ids().forEach(one -> one.scheme().ifPresent(scheme -> add(found, scheme, one.value())));
    party.endpoint().filter(one -> one.scheme().filter(scheme -> !scheme.equals("EM")).isPresent())
        .ifPresent(one -> add(found, one.scheme().orElseThrow(), one.value()));
    return found;
  }

  /** The seller's own number for the buyer: one that names no scheme. */
  static Optional<String> own(Party buyer) {
    return buyer.ids().stream().filter(one -> one.scheme().isEmpty()).map(Identifier::value).findFirst();
  }

  private static void add(Set<Known> found, String scheme, String value) {
    var plain = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    if (plain.length() >= SHORTEST && plain.chars().distinct().count() > 1) {
      found.add(new Known(scheme, plain));
    }
  }
}
