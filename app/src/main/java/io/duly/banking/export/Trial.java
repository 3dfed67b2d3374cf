package io.duly.banking.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A way to read a list, tried on its rows by the readers of the import. Pure. */
record Trial(Signs signs, Optional<Integer> balance, Fitted fitted, boolean readable, String problem, int steps, int broken) {
  private static final int MOST = 5_000;

  static Trial of(Signs signs, Optional<Integer> balance, Fitted fitted, List<Line> payments, Optional<String> currency) {
    var reader = new RowReader(fitted, Optional.of("-"), currency.or(() -> Optional.of("EUR")));
    var read = new LinkedHashMap<String, List<RowReader.Read>>();
    for (var line : payments.subList(0, Math.min(MOST, payments.size()))) {
      try {
        if (!reader.pending(line) && !reader.cameToNothing(line)) {
          var one = reader.read(line);
          read.computeIfAbsent(one.account() + one.entry().amount().currency(), _ -> new ArrayList<>()).add(one);
        }
      } catch (RowReader.CannotTell wrong) {
        return new Trial(signs, balance, fitted, false, "Line " + line.number() + ": " + wrong.getMessage(), 0, 0);
      }
    }
    List<Running> running;
    try {
      running = read.values().stream().map(Running::of).toList();
    } catch (ArithmeticException tooLarge) {
      return new Trial(signs, balance, fitted, false, "The amounts and balances add up to more than any account holds.", 0, 0);
    }
    return new Trial(signs, balance, fitted, true, "", running.stream().mapToInt(Running::steps).sum(), running.stream().mapToInt(Running::broken).sum());
  }

  boolean proven() {
    return readable && steps > 0 && broken == 0;
  }
}
