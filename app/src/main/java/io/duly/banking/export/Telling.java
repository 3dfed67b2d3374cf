package io.duly.banking.export;

import io.duly.intake.csv.FileRefused;
import io.duly.intake.reading.ColumnMap;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.Header;
import io.duly.intake.reading.Kind;
import java.util.List;

/** Whether a list is a bank's, or one of what customers paid: what speaks for it, added up. Pure. */
final class Telling {
  private Telling() {}

  /**
   * @param trial the way in which it is read best
   * @param around what stands above and below
   */
  static boolean isBanks(Roles roles, Trial trial, Around around) {
    int score = 0;
    boolean pair = trial.signs().debit().isPresent() && trial.signs().credit().isPresent();
    boolean balance = roles.at(Column.BALANCE).isPresent() || trial.proven();
    boolean twoDays = roles.at(Column.BOOKED_ON).isPresent() && roles.at(Column.VALUE_ON).isPresent();
    boolean account = roles.at(Column.ACCOUNT).isPresent() || around.account().isPresent();
    boolean signed = trial.signs().amount().filter(at -> roles.facts(at).negatives() > 0).isPresent();
    score += trial.proven() ? 2 : 0;
    score += pair || trial.signs().direction().isPresent() ? 2 : 0;
    score += balance ? 2 : 0;
    score += account ? 1 : 0;
    score += twoDays ? 1 : 0;
    score += roles.at(Column.COUNTERPARTY_ACCOUNT).isPresent() ? 1 : 0;
    score += signed ? 1 : 0;
    score += (int) Math.min(2, roles.names().stream().filter(name -> BankWords.KNOWN.says("bank", BankWords.withoutCurrency(name))).count());
    score -= lists(roles.names()) || invoices(roles) ? 5 : 0;
    boolean twoSided = pair || trial.signs().direction().isPresent() || signed;
    boolean more = twoSided || balance || twoDays || account;
    return signed && score >= 1 || more && score >= 2 || roles.at(Column.COUNTERPARTY_ACCOUNT).isPresent() && score >= 3;
  }

  /** A column for the number of an invoice or of a customer, or for the day on which money was received from one. */
  private static boolean lists(List<String> names) {
    return names.stream().anyMatch(name -> BankWords.KNOWN.says("list", name));
  }

  /** Columns that make a list of invoices or credit notes. */
  private static boolean invoices(Roles roles) {
    try {
      var layout = Header.among(List.of(roles.names()), ColumnMap.NONE).layout(ColumnMap.NONE);
      boolean numbered = layout.column(Field.NUMBER).filter(column -> !roles.facts(column.index()).empty()).isPresent();
      return numbered && (layout.kind() == Kind.INVOICES || layout.kind() == Kind.CREDIT_NOTES);
    } catch (FileRefused noneOfThese) {
      return false;
    }
  }
}
