package io.duly.desk.bargain;

import io.duly.agreements.BargainRules;
import io.duly.agreements.Bargaining;
import io.duly.approvals.Approvals;
import io.duly.approvals.BargainLimits;
import io.duly.approvals.Kind;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far each may go when something is agreed about a creditor's debts. */
@Controller
@RequestMapping("/templates/{creditor}/limits")
public class LimitsPage {
  private final Pages pages;
  private final Scope scope;
  private final Parties parties;
  private final Bargaining bargaining;
  private final BargainLimits limits;
  private final Approvals approvals;

  LimitsPage(Pages pages, Scope scope, Parties parties, Bargaining bargaining, BargainLimits limits, Approvals approvals) {
    this.pages = pages;
    this.scope = scope;
    this.parties = parties;
    this.bargaining = bargaining;
    this.limits = limits;
    this.approvals = approvals;
  }

  /** @param changes against the version before; against what is shipped for the first */
  public record Past(Bargaining.Version version, List<LimitChange> changes) {}

  /**
   * What the page shows.
   *
   * @param past the latest first
   * @param waiting other limits that wait for a second person
   */
  public record Shown(Creditor creditor, LimitsForm typed, List<Past> past, List<Approvals.Shown> waiting) {
    public String address() {
      return "/templates/" + creditor.id() + "/limits";
    }
  }

  @GetMapping
  ResponseEntity<byte[]> limits(Reader reader, Model flash, @PathVariable UUID creditor) {
    return page(HttpStatus.OK, reader, shown(reader, creditor, Optional.empty()), Told.on(flash));
  }

  @PostMapping
  Object save(Reader reader, @PathVariable UUID creditor, @RequestParam Map<String, String> sent, HttpServletRequest request, RedirectAttributes next) {
    var typed = new LimitsForm(sent);
    var person = reader.person().orElseThrow();
    try {
      var saved = scope.authoring(person, scoped -> find(scoped, creditor), (tx, found) -> limits.save(tx, person, found.id(), typed.rules(), request.getRemoteAddr()))
          .orElseThrow(NotThere::new);
      Told.done(saved.proposal().isPresent() ? "limits.waits" : "limits.saved").showOn(next);
      return "redirect:/templates/" + creditor + "/limits";
    } catch (IllegalArgumentException wrong) {
      return page(HttpStatus.UNPROCESSABLE_CONTENT, reader, shown(reader, creditor, Optional.of(typed)), Told.refused(String.valueOf(wrong.getMessage())));
    }
  }

  private ResponseEntity<byte[]> page(HttpStatus status, Reader reader, Shown shown, Told said) {
    return pages.show(status, "bargain/limits", reader, Map.of("shown", shown, "said", said, "may", reader.person().orElseThrow().role().mayAuthor()));
  }

  private Shown shown(Reader reader, UUID creditor, Optional<LimitsForm> typed) {
    var person = reader.person().orElseThrow();
    return scope.consulting(person, scoped -> find(scoped, creditor), (tx, found) -> {
      var waiting = approvals.waitingAbout(person, creditor).stream().filter(one -> one.proposal().kind() == Kind.LIMITS).toList();
      return new Shown(found, typed.orElseGet(() -> LimitsForm.of(bargaining.of(tx, found.id()))), past(bargaining.history(tx, found.id())), waiting);
    }).orElseThrow(NotThere::new);
  }

  private static List<Past> past(List<Bargaining.Version> versions) {
    var all = new ArrayList<Past>();
    for (int at = 0; at < versions.size(); at++) {
      var one = versions.get(at);
      boolean known = at + 1 < versions.size() || one.version() == 1;
      var before = at + 1 < versions.size() ? versions.get(at + 1).rules() : BargainRules.SHIPPED;
      all.add(new Past(one, known ? LimitChange.between(before, one.rules()) : List.of()));
    }
    return all;
  }

  private Optional<Creditor> find(DSLContext scoped, UUID creditor) {
    return parties.creditors(scoped).stream().filter(one -> one.id().value().equals(creditor)).findFirst();
  }
}
