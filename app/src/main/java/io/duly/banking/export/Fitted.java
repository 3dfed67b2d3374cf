package io.duly.banking.export;

import io.duly.intake.csv.Shape;
import io.duly.intake.reading.AmountReader;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A map that fits a file.
 *
 * @param places of the columns, in the order of the map
 * @param above how many rows stand above the payments, the one with the names among them
 */
record Fitted(BankMap map, Shape shape, List<Place> places, int above) {

  /** The columns of this kind in which the row says something, in the order of the map. */
  Stream<Place> said(Line row, Column column) {
    return places.stream().filter(place -> place.column() == column && !row.cell(place.at()).isBlank());
  }

  /** What the row says in the columns of this kind. */
  List<String> cells(Line row, Column column) {
    return said(row, column).map(place -> row.cell(place.at()).strip()).toList();
  }

  boolean has(Column column) {
    return places.stream().anyMatch(place -> place.column() == column);
  }

  boolean days(Line row) {
    return Stream.of(Column.BOOKED_ON, Column.VALUE_ON).flatMap(column -> cells(row, column).stream()).allMatch(cell -> map.dates().read(cell).isPresent());
  }

  /** Whether the row has amounts, and all can be read. */
  boolean amounts(Line row) {
    var amounts = Stream.of(Column.AMOUNT, Column.DEBIT, Column.CREDIT).flatMap(column -> said(row, column)).toList();
    return !amounts.isEmpty() && amounts.stream().allMatch(place -> new AmountReader(place.decimal()).read(row.cell(place.at())).isPresent());
  }

  /** Neither an amount nor a day: no payment could be lost in the row. */
  boolean noPayment(Line row) {
    boolean amount = Stream.of(Column.AMOUNT, Column.DEBIT, Column.CREDIT).flatMap(column -> said(row, column)).findAny().isPresent();
    return !amount && Stream.of(Column.BOOKED_ON, Column.VALUE_ON).flatMap(column -> cells(row, column).stream()).noneMatch(cell -> map.dates().read(cell).isPresent());
  }

  /** A row that begins as sums and balances do, and has no day or no amount but zero: no payment could be read in it. */
  boolean sum(Line row) {
    boolean day = Stream.of(Column.BOOKED_ON, Column.VALUE_ON).flatMap(column -> cells(row, column).stream()).anyMatch(cell -> map.dates().read(cell).isPresent());
    boolean paid = Stream.of(Column.AMOUNT, Column.DEBIT, Column.CREDIT).flatMap(column -> said(row, column))
        .anyMatch(place -> new AmountReader(place.decimal()).read(row.cell(place.at())).filter(read -> read.major().signum() == 0).isEmpty());
    return !(day && paid) && (ListGuess.balance(row) || Rest.isSum(row));
  }

  /** A name for this way of reading: lists that are read otherwise are not compared word for word. */
  String format() {
    var columns = places.stream().map(place -> place.at() + place.column().word()).sorted().toList();
    return "csv#" + HexFormat.of().toHexDigits(String.join(",", columns).hashCode());
  }
}
