package io.duly.matching;

import io.duly.matching.Why.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Explains a payment by an amount that few invoices have, with a number that is nearly one of theirs. */
final class ByAmount {
  private static final int MOST = 200;
  private static final int FEW = 3;

  private final Asked asked;

  ByAmount(Asked asked) {
    this.asked = asked;
  }

  private int[] same() {
    return Arrays.stream(asked.book().find(Book.amountKey(asked.amount(), asked.payment().amount().currency()), MOST))
        .filter(invoice -> asked.open(invoice) == asked.amount())
        .toArray();
  }

  List<Explanation> all() {
    var found = new ArrayList<Explanation>();
    var same = same();
    if (same.length == MOST || asked.hits().loose().isEmpty()) {
      return found;
    }
    var nearly = new Nearly(asked.hits());
    var explaining = new Explaining(asked);
    for (int invoice : same) {
      nearly.written(asked.book().number(invoice), Set.of()).ifPresent(text -> {
        var why = Why.of(Code.NEARLY_NUMBER, asked.book().number(invoice), text);
        var debtor = asked.book().debtorOf(invoice);
        found.add(explaining.of(MatchKind.MISTYPED_NUMBER, debtor, List.of(invoice), asked.fit(List.of(invoice)), 1, true, List.of(why)));
      });
    }
    return found;
  }

  /** Debtors whose invoice has this amount, where they are few. */
  List<Integer> debtors() {
    return same().length > FEW ? List.of() : owing();
  }

  /** Debtors whose invoice has this amount. */
  List<Integer> owing() {
    return Arrays.stream(same()).map(asked.book()::debtorOf).distinct().boxed().toList();
  }
}
