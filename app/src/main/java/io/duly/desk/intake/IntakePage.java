package io.duly.desk.intake;

import io.duly.corrections.Duplicates;
import io.duly.corrections.PossibleDuplicate;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The files that were taken in and those that wait; and where files are handed in. */
@Controller
public final class IntakePage {
  private static final int FILES = 50;
  private static final int DAYS_OF_REFUSED = 7;

  private final Pages pages;
  private final Scope scope;
  private final Parties parties;
  private final Duplicates duplicates;

  IntakePage(Pages pages, Scope scope, Parties parties, Duplicates duplicates) {
    this.pages = pages;
    this.scope = scope;
    this.parties = parties;
    this.duplicates = duplicates;
  }

  /**
   * What the page shows.
   *
   * @param duplicates invoices that may ask twice, of which nobody has said yet
   */
  public record Shown(List<JobLine> jobs, List<FileLine> files, Optional<UUID> more, List<Creditor> creditors, List<PossibleDuplicate> duplicates) {}

  @GetMapping("/intake")
  ResponseEntity<byte[]> intake(Reader reader, Model flash, @RequestParam Optional<UUID> before, @RequestParam Optional<String> large) {
    var person = reader.person().orElseThrow();
    var shown = scope.reading(person, scoped -> {
      var found = FileLine.read(scoped, before, FILES + 1);
      var files = found.subList(0, Math.min(FILES, found.size()));
      var more = found.size() > FILES ? Optional.of(files.getLast().id()) : Optional.<UUID>empty();
      return new Shown(JobLine.unfinished(scoped, reader.today().minusDays(DAYS_OF_REFUSED)), files, more, parties.creditors(scoped), duplicates.undecided(scoped));
    });
    var said = large.isPresent() ? Told.refused(reader.say("intake.too-large", UploadGate.MOST_BYTES >> 20)) : Told.on(flash);
    return pages.show("intake/page", reader, Map.of("shown", shown, "said", said, "may", person.role().mayImport()));
  }
}
