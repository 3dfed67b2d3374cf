package io.duly.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Checklist.Line;
import io.duly.cases.Checklist.Mark;
import io.duly.cases.Checklist.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P06")
class ChecklistTest {
  private static final Map<ChecklistItem, Mark> SEEN =
      Map.of(ChecklistItem.CORRESPONDENCE, new Mark(State.NOT_NEEDED, Optional.empty(), "person:anna"));

  @Test
  void aFileWithEverythingIsComplete() {
    var file = new CaseFile(List.of(new CaseFile.Paper("4711", true, true, true, true)), true, List.of());
    assertThat(Checklist.of(file, SEEN).isComplete()).isTrue();
    assertThat(Checklist.of(file, Map.of()).missing()).extracting(Line::item).containsExactly(ChecklistItem.CORRESPONDENCE);
  }

  @Test
  void saysWhatIsMissingOnWhichInvoicesAndWhoSuppliesIt() {
    var papers = IntStream.rangeClosed(1, 5).mapToObj(n -> new CaseFile.Paper("R-" + n, true, n > 4, true, true)).toList();
    var missing = Checklist.of(new CaseFile(papers, false, List.of("telephone", "postal address")), SEEN).missing();
    assertThat(missing)
        .containsExactly(
            new Line(ChecklistItem.ORDER, State.MISSING, "no order number: R-1, R-2, R-3 and 1 more", Optional.of("sales"), Optional.empty()),
            new Line(ChecklistItem.CONTACT_PERSON, State.MISSING, "nobody to ask for is known", Optional.of("sales"), Optional.empty()),
            new Line(ChecklistItem.ADDRESS, State.MISSING, "no telephone, no postal address", Optional.of("sales"), Optional.empty()));
  }

  @Test
  void whatAPersonSaysCountsMoreThanTheFacts() {
    var file = new CaseFile(List.of(new CaseFile.Paper("4711", true, true, true, true)), true, List.of());
    var marks = Map.of(ChecklistItem.DELIVERY, new Mark(State.MISSING, Optional.of("the carrier"), "person:anna"));
    assertThat(Checklist.of(file, marks).missing())
        .contains(new Line(ChecklistItem.DELIVERY, State.MISSING, "missing, says person:anna", Optional.of("the carrier"), Optional.of("person:anna")));
  }
}
