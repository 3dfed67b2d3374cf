package io.duly.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for; never more than its person's role allows. */
public enum TokenScope {
  /** Looks at everything that the person sees. */
  READ,
  /** Writes notes. */
  NOTES,
  PROMISES,
  /** Places and lifts holds. */
  HOLDS,
  /** Records reasons and disputes, verifies and answers them. */
  REASONS,
  /** Asks for tasks, does them, puts them off; claims cases and hands them over; keeps lists. */
  TASKS,
  /** Corrects our own mistakes: credit notes, duplicates. */
  CORRECTIONS,
  /** Puts papers into a file. */
  DOCUMENTS,
  /** Writes, approves, keeps back and withdraws messages. */
  MESSAGES,
  /** Says whose a reply is, and what it says. */
  REPLIES,
  /** Allocates money. */
  PAYMENTS,
  /** Begins calls, writes down what came of them, and ends them. */
  CALLS,
  /** Writes down contacts made by hand, and what debtors wish. */
  CONTACTS,
  /** Posts charges and gives them up. */
  CHARGES,
  /** Puts templates and letterheads in force. */
  TEMPLATES,
  /** Takes files in. */
  IMPORT,
  /** Chooses what other systems are told of. */
  WEBHOOKS;

  /** The scope as the database, the command line and the API spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TokenScope> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** Those that a role can use. */
  public static List<TokenScope> of(Role role) {
    return Arrays.stream(values()).filter(one -> one.fits(role)).toList();
  }

  public boolean fits(Role role) {
    return switch (this) {
      case READ -> true;
      case TEMPLATES -> role.mayAuthor();
      case IMPORT -> role.mayImport();
      case WEBHOOKS -> role.mayConnect();
      default -> role.mayChange();
    };
  }
}
