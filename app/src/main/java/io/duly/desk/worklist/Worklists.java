package io.duly.desk.worklist;

import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.parties.Parties;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads pages of the worklist with all that their lines say. */
@Component
public final class Worklists {
  private static final int BLOCK = 200;

  /** So much is looked through for a page, so that it costs no more on a longer list. */
  private static final int LOOKED_AT_MOST = 1000;

  private final Scope scope;
  private final WorkLines lines;
  private final LineFacts facts;
  private final Parties parties;

  Worklists(Scope scope, WorkLines lines, LineFacts facts, Parties parties) {
    this.scope = scope;
    this.lines = lines;
    this.facts = facts;
    this.parties = parties;
  }

  private record Asked(Person person, View view, LocalDate today, int limit) {}

  /** @param limit how many lines at most */
  public Shown read(Person person, View view, LocalDate today, int limit) {
    var asked = new Asked(person, view, today, limit);
    return scope.reading(person, scoped -> view.filter().looks() ? look(scoped, asked) : page(planned(scoped), asked));
  }

  /** The statements of a page are large and always alike: planned once for a connection, not each time anew. */
  private static DSLContext planned(DSLContext scoped) {
    scoped.fetch("select set_config('plan_cache_mode', 'force_generic_plan', true)");
    return scoped;
  }

  private Shown page(DSLContext scoped, Asked asked) {
    var found = lines.read(scoped, asked.person(), asked.view(), asked.today(), asked.limit() + 1);
    var page = found.subList(0, Math.min(asked.limit(), found.size()));
    var more = found.size() > asked.limit() ? Optional.of(after(page.getLast())) : Optional.<Position>empty();
    return new Shown(Line.sunk(facts.add(scoped, page, asked.today())), more, page.size(), parties.creditors(scoped));
  }

  /** Looks through the list until a page is full, or enough was looked through for one page. */
  private Shown look(DSLContext scoped, Asked asked) {
    var fitting = new ArrayList<Line>();
    var from = asked.view();
    int looked = 0;
    while (looked < LOOKED_AT_MOST) {
      var block = lines.read(scoped, asked.person(), from, asked.today(), BLOCK);
      for (var line : facts.add(scoped, block, asked.today())) {
        looked++;
        if (asked.view().filter().fits(line, asked.today())) {
          fitting.add(line);
        }
        if (fitting.size() == asked.limit()) {
          return new Shown(Line.sunk(fitting), Optional.of(after(line.work())), looked, parties.creditors(scoped));
        }
      }
      if (block.size() < BLOCK) {
        return new Shown(Line.sunk(fitting), Optional.empty(), looked, parties.creditors(scoped));
      }
      from = asked.view().after(after(block.getLast()));
    }
    return new Shown(Line.sunk(fitting), from.after(), looked, parties.creditors(scoped));
  }

  private static Position after(WorkLine last) {
    return new Position(last.place(), last.caseId());
  }
}
