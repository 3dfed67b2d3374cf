package io.duly.approvals;

import java.util.Locale;

/** What came of somebody's yes, no or second thought about a proposal. */
public enum Answer {
  DONE,
  /** There is none of that id, or they may not see it. */
  NOT_THERE,
  /** Somebody was faster, or it was withdrawn. */
  DECIDED,
  EXPIRED,
  /** They proposed it themself. */
  OWN,
  /** It is about their own rights. */
  OF_THEMSELF,
  /** Their role, or the creditors that they see, do not reach. */
  NOT_THEIRS,
  /** Who proposed it has lately given them a link to choose a password, or changed how they sign in: they may be the same. */
  TIED,
  /** It has changed meanwhile, or who proposed it no longer may. */
  OVERTAKEN,
  /** Somebody else could say yes, or could until lately. */
  NOT_ALONE,
  /** This is not confirmed alone on a page. */
  NEVER_ALONE,
  /** The password or the code was not right. */
  NOT_KNOWN,
  /** A no needs a reason. */
  NO_REASON;

  /** For the text of a page. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
