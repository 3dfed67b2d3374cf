package io.duly.desk.intake;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.intake.job.ImportJobs;
import io.duly.intake.job.Spool;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One file on its way in. */
@Controller
@RequestMapping("/intake/jobs/{id}")
class JobPage {
  private final Pages pages;
  private final Scope scope;
  private final ImportJobs jobs;
  private final Spool spool;
  private final Parties parties;

  JobPage(Pages pages, Scope scope, ImportJobs jobs, Spool spool, Parties parties) {
    this.pages = pages;
    this.scope = scope;
    this.jobs = jobs;
    this.spool = spool;
    this.parties = parties;
  }

  private record Found(JobLine job, List<Creditor> creditors) {}

  @GetMapping
  ResponseEntity<byte[]> job(Reader reader, Model flash, @PathVariable UUID id) {
    var person = reader.person().orElseThrow();
    var found = scope
        .reading(person, scoped -> JobLine.find(scoped, id).map(job -> new Found(job, parties.creditors(scoped))))
        .orElseThrow(NotThere::new);
    return pages.show(
        "intake/job", reader,
        Map.of("job", found.job(), "creditors", found.creditors(), "said", Told.on(flash), "may", person.role().mayImport()));
  }

  @PostMapping("/cancelling")
  String cancel(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    boolean cancelled = scope
        .importing(person, scoped -> JobLine.find(scoped, id), (tx, job) -> jobs.cancel(tx, job.id()))
        .orElseThrow(NotThere::new);
    if (cancelled) {
      spool.drop(id);
      Told.done("intake.cancelled").showOn(next);
      return "redirect:/intake";
    }
    Told.refused(reader.say("intake.not-cancelled")).showOn(next);
    return "redirect:/intake/jobs/" + id;
  }

  /** Once more as it is, or as another creditor's. */
  @PostMapping("/repetition")
  String again(Reader reader, @PathVariable UUID id, @RequestParam Optional<UUID> creditor, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    boolean waits = scope.importing(
            person,
            scoped -> JobLine.find(scoped, id)
                .filter(_ -> creditor.isEmpty() || parties.creditors(scoped).stream().anyMatch(one -> one.id().value().equals(creditor.get()))),
            (tx, job) -> jobs.again(tx, id, creditor.or(job::creditorId).map(CreditorId::new), job.map(), reader.today()))
        .orElseThrow(NotThere::new);
    if (!waits) {
      Told.refused(reader.say("intake.not-again")).showOn(next);
    }
    return "redirect:/intake/jobs/" + id;
  }
}
