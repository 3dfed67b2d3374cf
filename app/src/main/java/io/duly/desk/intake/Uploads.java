package io.duly.desk.intake;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.intake.job.ImportJobs;
import io.duly.intake.job.NewJob;
import io.duly.intake.job.Spool;
import io.duly.intake.job.SpooledFile;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files that are handed in on the page: each becomes a job, which the page then follows. */
@Controller
class Uploads {
  private final Scope scope;
  private final Spool spool;
  private final ImportJobs jobs;
  private final Parties parties;

  Uploads(Scope scope, Spool spool, ImportJobs jobs, Parties parties) {
    this.scope = scope;
    this.spool = spool;
    this.jobs = jobs;
    this.parties = parties;
  }

  /** Whose the files are, where that was said. */
  private record Whose(Optional<CreditorId> creditor) {}

  @PostMapping("/intake/files")
  String upload(
      Reader reader,
      @RequestParam("file") List<MultipartFile> files,
      @RequestParam Optional<UUID> creditor,
      @RequestParam(defaultValue = "false") boolean look,
      RedirectAttributes next)
      throws IOException {
    var person = reader.person().orElseThrow();
    var sent = files.stream().filter(file -> !String.valueOf(file.getOriginalFilename()).isEmpty()).toList();
    if (sent.isEmpty() || (creditor.isEmpty() && isUnclear(person))) {
      Told.refused(reader.say(sent.isEmpty() ? "intake.no-file" : "intake.whose-missing")).showOn(next);
      return "redirect:/intake";
    }
    // Nothing is written before it is clear that this person may.
    var whose = scope.importing(person, scoped -> whose(scoped, person, creditor), (_, found) -> found).orElseThrow(NotThere::new);
    var kept = kept(sent);
    var added = scope.importing(person, _ -> Optional.of(whose), (tx, found) ->
        kept.stream().map(file -> jobs.add(tx, new NewJob(file, found.creditor(), look, person.actor(), reader.today()))).toList());
    var ids = added.orElseThrow();
    if (ids.size() == 1) {
      return "redirect:/intake/jobs/" + ids.getFirst() + (look ? "/map" : "");
    }
    Told.done("intake.handed-in", ids.size()).showOn(next);
    return "redirect:/intake";
  }

  private List<SpooledFile> kept(List<MultipartFile> sent) throws IOException {
    var kept = new ArrayList<SpooledFile>();
    for (var file : sent) {
      kept.add(spool.keep(String.valueOf(file.getOriginalFilename()), file.getInputStream()));
    }
    return kept;
  }

  /** A person of several creditors, but not of all, must say whose a file is: it could name others itself. */
  private static boolean isUnclear(Person person) {
    return person.creditors().filter(all -> all.size() != 1).isPresent();
  }

  /** Empty where the creditor that was chosen is not there for this person. */
  private Optional<Whose> whose(DSLContext scoped, Person person, Optional<UUID> chosen) {
    var wanted = chosen.map(CreditorId::new).or(() -> person.creditors().map(List::getFirst));
    return wanted.isEmpty()
        ? Optional.of(new Whose(Optional.empty()))
        : parties.creditors(scoped).stream().map(Creditor::id).filter(wanted.get()::equals).findFirst().map(id -> new Whose(Optional.of(id)));
  }
}
