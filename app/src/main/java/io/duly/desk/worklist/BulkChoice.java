package io.duly.desk.worklist;

import io.duly.cases.Bulk;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.kernel.CaseId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which cases are meant: those that somebody ticked, or all of a list. */
@Component
public final class BulkChoice {
  private static final int BLOCK = 250;
  private static final int LOOKED_AT_MOST = 5000;

  private final Scope scope;
  private final WorkLines lines;
  private final LineFacts facts;

  BulkChoice(Scope scope, WorkLines lines, LineFacts facts) {
    this.scope = scope;
    this.lines = lines;
    this.facts = facts;
  }

  /** Those of the numbers that the person may see, in their order. */
  public List<CaseId> ids(DSLContext scoped, List<Long> numbers) {
    return scoped.fetch(
            "select c.id from unnest(?::bigint[]) with ordinality as n (number, nth) join cases.recovery_case c on c.number = n.number order by n.nth",
            (Object) numbers.toArray(Long[]::new))
        .map(row -> new CaseId(row.get(0, UUID.class)));
  }

  /** The numbers of the first cases of a list, as many as can be done at once. */
  public List<Long> matching(Person person, View view, LocalDate today) {
    return scope.reading(person, scoped -> {
      var found = new ArrayList<Long>();
      var from = view;
      for (int looked = 0; looked < LOOKED_AT_MOST && found.size() < Bulk.MOST; looked += BLOCK) {
        var block = lines.read(scoped, person, from, today, BLOCK);
        found.addAll(fitting(scoped, block, view.filter(), today));
        if (block.size() < BLOCK) {
          break;
        }
        from = view.after(new Position(block.getLast().place(), block.getLast().caseId()));
      }
      return List.copyOf(found.subList(0, Math.min(found.size(), Bulk.MOST)));
    });
  }

  private List<Long> fitting(DSLContext scoped, List<WorkLine> block, Filter filter, LocalDate today) {
    return filter.looks()
        ? facts.add(scoped, block, today).stream().filter(line -> filter.fits(line, today)).map(line -> line.work().number()).toList()
        : block.stream().map(WorkLine::number).toList();
  }
}
