package io.duly.correspondence.sending;

import io.duly.kernel.Money;
import io.duly.strategy.Decision;
import io.duly.wording.CaseFacts;
import io.duly.wording.Claim;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Words for a message from the facts of now. */
@Component
final class PlainWords {

  Composed compose(DSLContext tx, Waiting message, Set<Claim> claims) {
    var creditor = tx.fetchSingle("select name from parties.creditor where id = ?", message.creditor().value()).get(0, String.class);
    var lines = message.send().lines().stream().map(line -> line(tx, message, line)).collect(Collectors.joining("\n"));
    if (message.isApology()) {
      var sorry = "Good day,\n\nwe made a mistake with an invoice of ours and are sorry for the trouble. You need do nothing.\n\nKind regards\n" + creditor + "\n";
      return new Composed(new ComposedText("Our mistake", sorry, Optional.empty()), CaseFacts.bearing(claims));
    }
    var text =
        "Good day,\n\nour records show the following as open:\n\n" + lines
            + "\n\nIf you have paid already, please disregard this message. Is there anything you need from us, or do you see it differently?"
            + " Please answer this message, we are glad to help.\n\nKind regards\n" + creditor + "\n";
    return new Composed(new ComposedText("Open invoices with " + creditor, text, Optional.empty()), CaseFacts.bearing(claims));
  }

  private static String line(DSLContext tx, Waiting message, Decision.Line line) {
    var number = tx.fetchSingle("select number from ledger.invoice where id = ?", line.invoice()).get(0, String.class);
    return "Invoice " + number + ": " + message.currency() + " " + new Money(line.amount(), message.currency()).plain();
  }
}
