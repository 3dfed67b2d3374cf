package io.duly.banking.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which columns say how much came in or went out, and how: one of the ways in which lists write it.
 *
 * @param sure what came in is told from what went out by the list itself
 */
record Signs(Optional<Integer> amount, Optional<Integer> debit, Optional<Integer> credit, Optional<Integer> direction, boolean sure) {

  /** Every way that the columns allow, the likeliest first. */
  static List<Signs> possible(Roles roles) {
    var all = new ArrayList<Signs>();
    var debit = roles.at(Column.DEBIT);
    var credit = roles.at(Column.CREDIT);
    var amounts = new ArrayList<>(roles.places(Column.AMOUNT));
    if (debit.isPresent() && credit.isPresent()) {
      all.add(new Signs(Optional.empty(), debit, credit, Optional.empty(), true));
    } else {
      // "Inflow" alone, with a minus for what went out.
      debit.or(() -> credit).filter(at -> roles.facts(at).negatives() > 0).ifPresent(amounts::add);
    }
    amounts.forEach(at -> amount(roles, at, all));
    if (all.isEmpty()) {
      roles.unknown().stream().filter(at -> roles.facts(at).holdsMoney() && roles.facts(at).filled() == roles.facts(at).rows()).forEach(at -> amount(roles, at, all));
    }
    return all;
  }

  private static void amount(Roles roles, int at, List<Signs> all) {
    var facts = roles.facts(at);
    boolean signed = facts.negatives() > 0;
    var direction = roles.at(Column.DIRECTION);
    var bare = new Signs(Optional.of(at), Optional.empty(), Optional.empty(), Optional.empty(), signed);
    var directed = direction.map(place -> new Signs(Optional.of(at), Optional.empty(), Optional.empty(), Optional.of(place), true));
    // Amounts with signs need no words beside, unless a column is there for just that.
    directed.filter(_ -> !signed || direction.filter(place -> BankWords.KNOWN.meanings(roles.names().get(place)).stream().anyMatch(one -> one.column() == Column.DIRECTION)).isPresent()).ifPresent(all::add);
    all.add(bare);
  }

  /** The columns of a reading, without those of other readings. */
  List<Place> places(char decimal) {
    var places = new ArrayList<Place>();
    amount.ifPresent(at -> places.add(new Place(at, Column.AMOUNT, decimal)));
    debit.ifPresent(at -> places.add(new Place(at, Column.DEBIT, decimal)));
    credit.ifPresent(at -> places.add(new Place(at, Column.CREDIT, decimal)));
    direction.ifPresent(at -> places.add(new Place(at, Column.DIRECTION, decimal)));
    return places;
  }

  List<Integer> columns() {
    var columns = new ArrayList<Integer>();
    amount.ifPresent(columns::add);
    debit.ifPresent(columns::add);
    credit.ifPresent(columns::add);
    return columns;
  }
}
