package io.duly.correspondence.provider;

import java.util.Optional;

/**
 * What a provider says became of a message.
 *
 * @param key under which we asked for it; empty where the receipt does not have it
 * @param id under which the provider knows it
 * @param words status, code and error as they came
 */
public record Receipt(Optional<String> key, Optional<String> id, Fate fate, String words) {

  /** What became of it. */
  public enum Fate {
    /** The telephone has it. */
    DELIVERED,
    /** It will never have it. */
    FAILED,
    /** It will never have it, for there is no such number, or it takes none. */
    NO_SUCH_NUMBER,
    /** It is on its way, or the provider's word is not known. */
    UNDECIDED
  }
}
