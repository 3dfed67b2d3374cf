package io.duly.correspondence.letter;

import io.duly.correspondence.template.Recipient;
import io.duly.correspondence.template.Sender;
import io.duly.correspondence.template.Transfer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the Swiss QR bill says (SIX, Implementation Guidelines QR-bill 2.3): francs or euro to an account in Switzerland or
 * Liechtenstein, addresses structured, as is required since November 2025.
 *
 * @param debtor empty where the address is not known in parts; the payer then writes it
 * @param kind of the reference: {@code QRR}, {@code SCOR} or {@code NON}
 */
record SwissCode(Transfer transfer, Party creditor, Optional<Party> debtor, String kind, String reference, String message) {
  private static final Pattern TOWN = Pattern.compile("(?:[A-Z]{1,2}-)?(?<code>\\d{4,6}) (?<town>.+)");
  private static final int QR_IIDS_FROM = 30_000;
  private static final int QR_IIDS_TO = 31_999;
  private static final int LONGEST_MESSAGE = 140;
  private static final String NOBODY = "\n\n\n\n\n\n";

  record Party(String name, String street, String postalCode, String town, String country) {
    private String lines() {
      return String.join("\n", "S", name, street, "", postalCode, town, country);
    }
  }

  /** Empty where the payment cannot be made so. */
  static Optional<SwissCode> of(Transfer transfer, Sender sender, Recipient recipient) {
    var currency = transfer.amount().currency().getCurrencyCode();
    var account = transfer.to().account();
    if (!account.matches("(CH|LI)\\d{7}[A-Z0-9]{12}") || !List.of("CHF", "EUR").contains(currency)) {
      return Optional.empty();
    }
    var said = transfer.reference().orElse("");
    var kind = kind(account, said);
    var reference = kind.equals("NON") ? "" : said;
    var message = cut(EpcCode.line(kind.equals("NON") && !said.isEmpty() ? said : transfer.text()), LONGEST_MESSAGE);
    return party(transfer.to().holder(), sender.address(), sender.country())
        .filter(_ -> !kind.isEmpty())
        .map(creditor ->
            new SwissCode(transfer, creditor, party(recipient.name(), recipient.address(), recipient.country()), kind, reference, message));
  }

  /** Nothing where an account for QR references is given without one: such a payment would be refused. */
  private static String kind(String account, String reference) {
    int institution = Integer.parseInt(account.substring(4, 9));
    if (institution >= QR_IIDS_FROM && institution <= QR_IIDS_TO) {
      return isQrReference(reference) ? "QRR" : "";
    }
    return EpcCode.isCreditorReference(reference) ? "SCOR" : "NON";
  }

  /** 27 digits, the last of which is their check digit: modulo 10, recursive. */
  static boolean isQrReference(String reference) {
    if (!reference.matches("\\d{27}")) {
      return false;
    }
    int[] table = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    int carry = 0;
    for (int at = 0; at < 26; at++) {
      carry = table[(carry + reference.charAt(at) - '0') % 10];
    }
    return (10 - carry) % 10 == reference.charAt(26) - '0';
  }

  private static Optional<Party> party(String name, List<String> address, Optional<String> country) {
    for (int at = address.size() - 1; at >= 0; at--) {
      var town = TOWN.matcher(address.get(at));
      if (country.isPresent() && town.matches()) {
        var street = at > 0 ? EpcCode.line(address.get(at - 1)) : "";
        var place = cut(EpcCode.line(town.group("town")), 35);
        return Optional.of(new Party(cut(EpcCode.line(name), 70), cut(street, 70), town.group("code"), place, country.get()));
      }
    }
    return Optional.empty();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** What is in the code, a line each. */
  String words() {
    var amount = transfer.amount();
    return String.join(
        "\n", "SPC", "0200", "1", transfer.to().account(), creditor.lines(), NOBODY, amount.plain(), amount.currency().getCurrencyCode(),
        debtor.map(Party::lines).orElse(NOBODY), kind, reference, message, "EPD");
  }
}
