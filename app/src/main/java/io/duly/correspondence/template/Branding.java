package io.duly.correspondence.template;

import io.duly.journal.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * How a creditor's messages look and who signs them.
 *
 * @param colour of rules and names in letters, of the line below the name in e-mails, as {@code #1f4e5f}
 * @param logo a picture in the archive
 */
public record Branding(Sender sender, String colour, LetterForm form, Optional<Sha256> logo) {
  public static final String QUIET = "#1f4e5f";

  /** Where a letter's address stands. */
  public enum LetterForm {
    /** DIN 5008, form B: the window of a DIN long envelope, at the left. */
    DIN5008B,
    /** The window of a DL envelope as it is used in the United Kingdom. */
    UK
  }

  public Branding {
    if (!colour.matches("#[0-9a-f]{6}")) {
      throw new IllegalArgumentException("A colour is written as #1f4e5f, not " + colour);
    }
    sender = sender.with(colour, logo);
  }

  /** The same, with other accounts to pay to. */
  public Branding payingTo(List<PayTo> accounts) {
    return new Branding(sender.payingTo(accounts), colour, form, logo);
  }

  /** What is known of a creditor that has said nothing of it. */
  static Branding plain(String name, Optional<String> country) {
    var sender =
        new Sender(
            name, country, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
    return new Branding(sender, QUIET, LetterForm.DIN5008B, Optional.empty());
  }
}
