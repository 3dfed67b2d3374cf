package io.duly.banking.export;

import io.duly.banking.statement.Finding;
import io.duly.intake.ImportRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which account and currency are meant where the rows of a list do not say it: by the request, by the list around them, or by what is known. */
@Component
final class AccountMeant {
  private final Whereabouts whereabouts;

  AccountMeant(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
  }

  /**
   * The number is empty where every row says it or nobody does, the currency likewise.
   *
   * @param told collects what was taken to be so
   */
  Whereabouts.Found of(Path file, ImportRequest request, Guess.Clear reading, List<Finding> told) {
    var found = found(file, request, reading);
    found.how().ifPresent(sentence -> told.add(new Finding("the list", sentence)));
    return found.currency().isPresent() || everyRow(reading) ? found : assumed(request, found, told);
  }

  private Whereabouts.Found found(Path file, ImportRequest request, Guess.Clear reading) {
    var currency = request.currencyMeant().or(reading::currency);
    return request.account().isPresent() || reading.fitted().has(Column.ACCOUNT)
        ? new Whereabouts.Found(request.account(), currency.or(() -> request.account().flatMap(number -> whereabouts.of(Optional.of(number), currency, "", request.creditor()).currency())), Optional.empty())
        : whereabouts.of(reading.account(), currency, request.nameOf(file), request.creditor());
  }

  /** Whether each row with an amount says its currency. */
  static boolean everyRow(Guess.Clear reading) {
    return reading.fitted().has(Column.CURRENCY)
        && reading.payments().stream().noneMatch(line -> reading.fitted().amounts(line) && reading.fitted().cells(line, Column.CURRENCY).isEmpty());
  }

  private Whereabouts.Found assumed(ImportRequest request, Whereabouts.Found found, List<Finding> told) {
    var own = whereabouts.ofCreditor(request.creditor());
    own.ifPresent(code -> told.add(new Finding("the list", "Amounts that do not say their currency were taken to be in " + code + ", the creditor's.")));
    return new Whereabouts.Found(found.number(), own, found.how());
  }
}
