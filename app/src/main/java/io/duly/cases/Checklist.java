package io.duly.cases;

import io.duly.cases.CaseFile.Paper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is in the case file and what is missing (P06). Facts tell; where a person has said otherwise, the person counts.
 *
 * @param lines one per item, in the order of {@link ChecklistItem}
 */
public record Checklist(List<Line> lines) {
  private static final int NAMED = 3;

  public enum State {
    THERE,
    MISSING,
    NOT_NEEDED
  }

  /**
   * One item.
   *
   * @param detail what is there or missing, in words
   * @param supplier who must supply it, where it is missing
   * @param markedBy who said so, where a person did
   */
  public record Line(ChecklistItem item, State state, String detail, Optional<String> supplier, Optional<String> markedBy) {}

  /**
   * What a person said of an item.
   *
   * @param supplier who will supply it, where another than usual
   */
  public record Mark(State state, Optional<String> supplier, String by) {}

  /** Goes through the file. */
  public static Checklist of(CaseFile file, Map<ChecklistItem, Mark> marks) {
    return new Checklist(
        Arrays.stream(ChecklistItem.values())
            .map(item -> Optional.ofNullable(marks.get(item)).map(mark -> marked(item, mark)).orElseGet(() -> found(item, file)))
            .toList());
  }

  /** Nothing is missing. */
  public boolean isComplete() {
    return missing().isEmpty();
  }

  public List<Line> missing() {
    return lines.stream().filter(line -> line.state() == State.MISSING).toList();
  }

  public boolean lacks(ChecklistItem item) {
    return missing().stream().anyMatch(line -> line.item() == item);
  }

  private static Line marked(ChecklistItem item, Mark mark) {
    var detail = Words.of(mark.state()).replace('_', ' ') + ", says " + mark.by();
    var supplier = mark.supplier().or(() -> Optional.of(item.supplier())).filter(who -> mark.state() == State.MISSING);
    return new Line(item, mark.state(), detail, supplier, Optional.of(mark.by()));
  }

  private static Line found(ChecklistItem item, CaseFile file) {
    return switch (item) {
      case INVOICES -> papers(item, file, Paper::document, "no document");
      case ORDER -> papers(item, file, Paper::order, "no order number");
      case DELIVERY -> papers(item, file, Paper::delivery, "no delivery date");
      case TERMS -> papers(item, file, Paper::terms, "no terms accepted by then");
      case CONTACT_PERSON -> line(item, file.contactPerson(), "nobody to ask for is known");
      case ADDRESS -> line(item, file.lackingAddresses().isEmpty(), "no " + String.join(", no ", file.lackingAddresses()));
      case CORRESPONDENCE -> line(item, false, "nobody has said whether there was any");
    };
  }

  private static Line papers(ChecklistItem item, CaseFile file, Predicate<Paper> has, String lacking) {
    var without = file.papers().stream().filter(has.negate()).map(Paper::number).toList();
    return line(item, without.isEmpty(), lacking + ": " + some(without));
  }

  private static String some(List<String> numbers) {
    var named = numbers.stream().limit(NAMED).collect(Collectors.joining(", "));
    return numbers.size() <= NAMED ? named : named + " and " + (numbers.size() - NAMED) + " more";
  }

  private static Line line(ChecklistItem item, boolean there, String lacking) {
    return there
        ? new Line(item, State.THERE, "there", Optional.empty(), Optional.empty())
        : new Line(item, State.MISSING, lacking, Optional.of(item.supplier()), Optional.empty());
  }
}
