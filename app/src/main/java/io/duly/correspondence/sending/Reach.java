package io.duly.correspondence.sending;

import io.duly.kernel.DebtorId;
import io.duly.strategy.Channel;
import org.jooq.DSLContext;

/** By which ways a debtor can be sent something at once. */
public final class Reach {
  private Reach() {}

  /** Whether an address or number is on file that the way takes and the debtor has not refused. */
  public static boolean is(DSLContext tx, DebtorId debtor, Channel channel) {
    return switch (channel) {
      case EMAIL -> Addressees.byEmail(tx, debtor).isPresent();
      case SMS -> Addressees.bySms(tx, debtor).isPresent();
      case LETTER, CALL -> false;
    };
  }
}
