package io.duly.rules;

/**
 * In what quality the debtor bought. A company or a sole trader that bought for its business is
 * {@code BUSINESS}; where it is not known, the rules for consumers hold, which are the strictest.
 */
public enum Dealing {
  BUSINESS,
  CONSUMER,
  UNKNOWN
}
