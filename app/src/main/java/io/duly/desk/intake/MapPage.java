package io.duly.desk.intake;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.intake.CannotImport;
import io.duly.intake.ImportRequest;
import io.duly.intake.ListPreview;
import io.duly.intake.MapChoices;
import io.duly.intake.Previews;
import io.duly.intake.SavedMap;
import io.duly.intake.SavedMaps;
import io.duly.intake.job.ImportJobs;
import io.duly.intake.job.Spool;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which column of a list is what, chosen while the page shows how its rows would be read. */
@Controller
@RequestMapping("/intake/jobs/{id}/map")
public final class MapPage {
  private static final int LONGEST_NAME = 100;

  private final Pages pages;
  private final Scope scope;
  private final Previews previews;
  private final SavedMaps maps;
  private final ImportJobs jobs;
  private final Spool spool;
  private final Parties parties;

  MapPage(Pages pages, Scope scope, Previews previews, SavedMaps maps, ImportJobs jobs, Spool spool, Parties parties) {
    this.pages = pages;
    this.scope = scope;
    this.previews = previews;
    this.maps = maps;
    this.jobs = jobs;
    this.spool = spool;
    this.parties = parties;
  }

  /**
   * What the page shows.
   *
   * @param saved the name of the saved map that was found for the columns
   */
  public record Shown(JobLine job, List<Creditor> creditors, boolean all, Chosen chosen, Optional<String> saved, ListPreview preview) {}

  private record Found(JobLine job, List<Creditor> creditors) {
    Optional<Creditor> creditor(Optional<UUID> id) {
      return creditors.stream().filter(one -> id.filter(one.id().value()::equals).isPresent()).findFirst();
    }
  }

  @GetMapping
  ResponseEntity<byte[]> begin(Reader reader, Model flash, @PathVariable UUID id) throws IOException {
    var found = found(reader, id);
    var whose = found.creditor(found.job().creditorId()).map(Creditor::name);
    var saved = found.job().map().isPresent() ? Optional.<SavedMap>empty() : previews.saved(spool.of(id), whose);
    var yaml = found.job().map().or(() -> saved.map(SavedMap::yaml));
    var choices = yaml.map(MapChoices::of).orElse(MapChoices.NONE);
    var chosen = new Chosen(choices, found.job().creditorId(), Optional.empty(), saved.map(SavedMap::name));
    return show(reader, found, chosen, saved.map(SavedMap::name), yaml, Told.on(flash));
  }

  @PostMapping("/preview")
  ResponseEntity<byte[]> look(Reader reader, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) throws IOException {
    var chosen = Chosen.of(form);
    return show(reader, found(reader, id), chosen, Optional.empty(), Optional.of(chosen.choices().yaml()), Told.NOTHING);
  }

  /** The map as {@code ./duly import --map} takes it. */
  @PostMapping("/yaml")
  ResponseEntity<byte[]> yaml(Reader reader, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    var job = found(reader, id).job();
    var name = ContentDisposition.attachment().filename(job.name() + ".map.yaml", StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(Chosen.of(form).choices().yaml().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping
  Object take(Reader reader, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next) throws IOException {
    var found = found(reader, id);
    var chosen = Chosen.of(form);
    var yaml = chosen.choices().yaml();
    try {
      var header = chosen.name().isEmpty() ? List.<String>of() : header(reader, found, chosen, yaml);
      boolean waits = scope
          .importing(
              reader.person().orElseThrow(), scoped -> JobLine.find(scoped, id),
              (tx, _) -> again(tx, found, chosen, header, yaml, reader))
          .orElseThrow(NotThere::new);
      if (!waits) {
        Told.refused(reader.say("intake.not-again")).showOn(next);
      }
      return "redirect:/intake/jobs/" + id;
    } catch (CannotImport refused) {
      return show(reader, found, chosen, Optional.empty(), Optional.of(yaml), Told.refused(String.valueOf(refused.getMessage())));
    }
  }

  private boolean again(DSLContext tx, Found found, Chosen chosen, List<String> header, String yaml, Reader reader) {
    var person = reader.person().orElseThrow();
    var creditor = whose(tx, found, chosen, person);
    if (chosen.name().isPresent()) {
      var owner = creditor
          .or(() -> Optional.of(found.creditors()).filter(all -> all.size() == 1).map(all -> all.getFirst().id()))
          .orElseThrow(() -> new CannotImport(reader.say("map.whose")));
      var name = chosen.name().get();
      maps.save(tx, owner, name.substring(0, Math.min(name.length(), LONGEST_NAME)), header, yaml, person.actor());
    }
    return jobs.again(tx, found.job().id(), creditor, Optional.of(yaml), reader.today());
  }

  /** A creditor that is not there yet is for those who see them all. */
  private Optional<CreditorId> whose(DSLContext tx, Found found, Chosen chosen, Person person) {
    return chosen.newCreditor()
        .filter(_ -> person.creditors().isEmpty())
        .map(name -> parties.creditor(tx, name).id())
        .or(() -> found.creditor(chosen.creditor()).map(Creditor::id))
        .or(() -> person.creditors().isEmpty() ? Optional.empty() : found.job().creditorId().map(CreditorId::new));
  }

  private List<String> header(Reader reader, Found found, Chosen chosen, String yaml) throws IOException {
    return previews.of(spool.of(found.job().id()), request(reader, found, chosen, Optional.of(yaml))).header();
  }

  private ResponseEntity<byte[]> show(
      Reader reader, Found found, Chosen chosen, Optional<String> saved, Optional<String> yaml, Told said) throws IOException {
    ListPreview preview;
    try {
      preview = previews.of(spool.of(found.job().id()), request(reader, found, chosen, yaml));
    } catch (CannotImport wrongMap) {
      // The columns are shown all the same, so that what is wrong can be corrected.
      var plain = previews.of(spool.of(found.job().id()), request(reader, found, chosen, Optional.empty()));
      preview = plain.refusedFor(String.valueOf(wrongMap.getMessage()));
    }
    boolean all = reader.person().orElseThrow().creditors().isEmpty();
    return pages.show("intake/map", reader, Map.of("shown", new Shown(found.job(), found.creditors(), all, chosen, saved, preview), "said", said));
  }

  private static ImportRequest request(Reader reader, Found found, Chosen chosen, Optional<String> yaml) {
    var request = ImportRequest.on(reader.today());
    var mapped = yaml.map(request::mapped).orElse(request);
    return found.creditor(chosen.creditor()).map(one -> mapped.of(one.name())).orElse(mapped);
  }

  private Found found(Reader reader, UUID id) {
    return scope
        .importing(
            reader.person().orElseThrow(),
            scoped -> JobLine.find(scoped, id).filter(job -> job.isOurs() && spool.has(id)).map(job -> new Found(job, parties.creditors(scoped))),
            (_, found) -> found)
        .orElseThrow(NotThere::new);
  }
}
