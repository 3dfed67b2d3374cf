package io.duly.banking.export;

import io.duly.intake.csv.Shape;
import io.duly.intake.reading.AmountReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;

/**
 * A map that fits a file.
 *
 * @param names of the columns in their order, plain; empty where the file has none
 * @param above how many rows stand above the payments, the one with the names among them
 */
record Fitted(BankMap map, Shape shape, Charset charset, List<String> names, int above) {

  /** The cells of a row in the columns of this kind, in the order of the map; what is blank is left out. */
  List<String> cells(List<String> row, Column column) {
    return map.columns().entrySet().stream()
        .filter(one -> one.getValue() == column)
        .map(one -> map.header() ? names.indexOf(BankMap.plain(one.getKey())) : Integer.parseInt(one.getKey()) - 1)
        .filter(at -> at >= 0 && at < row.size())
        .map(at -> row.get(at).strip())
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  boolean days(List<String> row) {
    return Stream.of(Column.BOOKED_ON, Column.VALUE_ON).flatMap(column -> cells(row, column).stream()).allMatch(cell -> map.dates().read(cell).isPresent());
  }

  boolean amounts(List<String> row) {
    var amounts = Stream.of(Column.AMOUNT, Column.DEBIT, Column.CREDIT).flatMap(column -> cells(row, column).stream()).toList();
    return !amounts.isEmpty() && amounts.stream().allMatch(cell -> new AmountReader(map.decimal()).read(cell).isPresent());
  }
}
