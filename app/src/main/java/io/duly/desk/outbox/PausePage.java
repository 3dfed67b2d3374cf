package io.duly.desk.outbox;

import io.duly.correspondence.sending.Pauses;
import io.duly.correspondence.sending.Pauses.Whom;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.PauseBand;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The switch that keeps messages back. Everything is paused and let go by whoever sees every creditor. */
@Controller
public final class PausePage {
  private final Pages pages;
  private final Scope scope;
  private final Parties parties;
  private final Pauses pauses;
  private final Clock clock;

  PausePage(Pages pages, Scope scope, Parties parties, Pauses pauses, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.parties = parties;
    this.pauses = pauses;
    this.clock = clock;
  }

  /** @param ofAll the person sees every creditor */
  public record Shown(List<PauseBand.Pause> pauses, List<Creditor> creditors, boolean ofAll) {}

  @GetMapping("/outbox/pauses")
  ResponseEntity<byte[]> page(Reader reader, Model flash) {
    var person = reader.person().orElseThrow();
    var shown = new Shown(reader.pauses().get(), scope.reading(person, parties::creditors), person.creditors().isEmpty());
    return pages.show("outbox/pauses", reader, Map.of("shown", shown, "said", Told.on(flash), "may", person.role().mayChange()));
  }

  /** @param creditor and debtor empty: everything */
  @PostMapping("/outbox/pauses")
  String place(
      Reader reader, @RequestParam Optional<UUID> creditor, @RequestParam Optional<UUID> debtor, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    return change(reader, creditor, debtor, why, next, "pause.placed", "pause.there", (tx, whom) ->
        pauses.place(tx, whom, why.strip(), reader.person().orElseThrow().actor(), clock.instant()));
  }

  @PostMapping("/outbox/pauses/lifting")
  String lift(
      Reader reader, @RequestParam Optional<UUID> creditor, @RequestParam Optional<UUID> debtor, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    return change(reader, creditor, debtor, why, next, "pause.lifted", "pause.none", (tx, whom) ->
        pauses.lift(tx, whom, Optional.of(why.strip()), reader.person().orElseThrow().actor(), clock.instant()));
  }

  private interface Switch {
    boolean turn(DSLContext tx, Whom whom);
  }

  private String change(
      Reader reader, Optional<UUID> creditor, Optional<UUID> debtor, String why, RedirectAttributes next, String done, String already, Switch turned) {
    if (why.isBlank()) {
      Told.refused(reader.say("outbox.why-missing")).showOn(next);
    } else {
      var person = reader.person().orElseThrow();
      var changed = scope.changing(person, scoped -> PausedWhom.of(scoped, person, creditor, debtor), turned::turn).orElseThrow(NotThere::new);
      (changed ? Told.done(done) : Told.refused(reader.say(already))).showOn(next);
    }
    return "redirect:/outbox/pauses";
  }
}
