package io.duly.correspondence.reply;

import java.util.Optional;

/**
 * What a look into the mailbox brought.
 *
 * @param taken messages taken in
 * @param replies of these, those that a person has to read
 * @param unmatched of these, those of which a person has to say whose they are
 * @param automatic of these, those that need nobody
 * @param again of these, those that had been taken in before by another way
 * @param trouble why it could not be looked into, or not to the end
 */
public record MailboxReport(int taken, int replies, int unmatched, int automatic, int again, Optional<String> trouble) {
  static MailboxReport trouble(String why) {
    return new MailboxReport(0, 0, 0, 0, 0, Optional.of(why));
  }

  MailboxReport with(TakenIn one) {
    boolean fresh = !one.again();
    return new MailboxReport(
        taken + 1,
        replies + (fresh && one.state() == Reply.State.WAITING ? 1 : 0),
        unmatched + (fresh && one.state() == Reply.State.UNMATCHED ? 1 : 0),
        automatic + (fresh && one.state() == Reply.State.NOTED ? 1 : 0),
        again + (one.again() ? 1 : 0),
        trouble);
  }

  MailboxReport but(String why) {
    return new MailboxReport(taken, replies, unmatched, automatic, again, Optional.of(why));
  }
}
