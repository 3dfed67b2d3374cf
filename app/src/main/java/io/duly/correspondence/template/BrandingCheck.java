package io.duly.correspondence.template;

import java.util.List;

/** What is saved of a branding is what it says it is: it stands on every letter. */
final class BrandingCheck {
  private static final int LONGEST_LINE = 100;

  private BrandingCheck() {}

  /** @throws IllegalArgumentException with the first thing that is wrong, in a sentence */
  static void require(Branding branding) {
    var sender = branding.sender();
    if (sender.name().isBlank() || sender.name().length() > LONGEST_LINE) {
      throw new IllegalArgumentException("The sender has a name of at most " + LONGEST_LINE + " signs.");
    }
    if (Contrast.onWhite(branding.colour()) < Contrast.LEAST) {
      throw new IllegalArgumentException(
          "%s on white paper has a contrast of %.1f to 1; names are written in it, so it has to be %.0f to 1 at least. Take a darker one."
              .formatted(branding.colour(), Contrast.onWhite(branding.colour()), Contrast.LEAST));
    }
    lines(sender.address(), "The address");
    lines(sender.footer(), "The footer");
    sender.email().ifPresent(BrandingCheck::email);
    sender.phone().ifPresent(BrandingCheck::phone);
    sender.person().ifPresent(person -> {
      phone(person.phone());
      person.email().ifPresent(BrandingCheck::email);
    });
    sender.accounts().forEach(BrandingCheck::account);
  }

  private static void lines(List<String> lines, String what) {
    if (lines.size() > 6 || lines.stream().anyMatch(line -> line.isBlank() || line.length() > LONGEST_LINE)) {
      throw new IllegalArgumentException(what + " has at most six lines, none of them empty or longer than " + LONGEST_LINE + " signs.");
    }
  }

  private static void email(String address) {
    if (Plain.email(address).isEmpty()) {
      throw new IllegalArgumentException("\"" + Plain.name(address) + "\" is no e-mail address.");
    }
  }

  private static void phone(String number) {
    if (!number.matches("\\+?[\\d ()/.-]{5,30}")) {
      throw new IllegalArgumentException("A telephone number is written as +44 20 7946 0000.");
    }
  }

  private static void account(PayTo to) {
    if (to.account().matches("[A-Z]{2}\\d{2}.*") && !(to.isIban() && isWhole(to.account()))) {
      throw new IllegalArgumentException("The IBAN " + to.account() + " is not one: its check digits do not fit. Look at it again.");
    }
    if (to.bic().filter(bic -> !bic.matches("[A-Z0-9]{8}([A-Z0-9]{3})?")).isPresent()) {
      throw new IllegalArgumentException("A BIC has 8 or 11 letters and digits.");
    }
  }

  /** ISO 13616: the check digits fit. */
  private static boolean isWhole(String iban) {
    int rest = 0;
    for (char sign : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
      int value = Character.digit(sign, 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }
}
