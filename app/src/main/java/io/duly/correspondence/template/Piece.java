package io.duly.correspondence.template;

import java.util.List;
import java.util.Optional;

/** A piece of a message as it is written, the same for every medium; each medium draws it in its own way. */
public sealed interface Piece {

  record Paragraph(List<Run> runs) implements Piece {
    public Paragraph {
      runs = List.copyOf(runs);
    }
  }

  record Items(List<List<Run>> items) implements Piece {
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Invoices, payments or instalments.
   *
   * @param caption what the table is of
   * @param columns headings; the ones from {@code numbersFrom} on hold amounts and stand at the right
   * @param totals rows below a line; a row's first cell is its name, the last its amount
   */
  record Table(String caption, List<String> columns, int numbersFrom, List<List<String>> rows, List<List<String>> totals)
      implements Piece {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      totals = totals.stream().map(List::copyOf).toList();
    }
  }

  /**
   * How to pay.
   *
   * @param rows name and value each
   * @param transfer for a code that a telephone reads
   */
  record Payment(String caption, List<List<String>> rows, Optional<Transfer> transfer) implements Piece {
    public Payment {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Who signs: the closing, then name, role and how to reach them, a line each. */
  record Signature(String closing, String name, List<String> lines) implements Piece {
    public Signature {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The way into the portal.
   *
   * @param code that a letter has beside it, with the words before it
   */
  record Way(String words, String address, Optional<String> code) implements Piece {}

  /** What stands in smaller letters. */
  record Notice(String text) implements Piece {}

  /**
   * Words of one kind.
   *
   * @param address where a link goes
   */
  record Run(String text, boolean strong, Optional<String> address) {}
}
