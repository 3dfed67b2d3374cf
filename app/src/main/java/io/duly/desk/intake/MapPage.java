package io.duly.desk.intake;

import io.duly.banking.export.BankLists;
import io.duly.banking.export.BankPreview;
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
  private final Pages pages;
  private final Scope scope;
  private final Previews previews;
  private final SavedMaps maps;
  private final BankLists banks;
  private final ImportJobs jobs;
  private final Spool spool;
  private final Parties parties;

  MapPage(Pages pages, Scope scope, Previews previews, SavedMaps maps, BankLists banks, ImportJobs jobs, Spool spool, Parties parties) {
    this.pages = pages;
    this.scope = scope;
    this.previews = previews;
    this.maps = maps;
    this.banks = banks;
    this.jobs = jobs;
    this.spool = spool;
    this.parties = parties;
  }

  /**
   * What the page shows.
   *
   * @param saved the name of the saved map that was found for the columns
   * @param bank how it is read as a bank's list, where it is taken for one
   */
  public record Shown(
      JobLine job, List<Creditor> creditors, boolean all, Chosen chosen, Optional<String> saved, ListPreview preview, Optional<BankPreview> bank) {

    /** The words of what a column can be. */
    public List<String> fields() {
      return bank.isPresent() ? BankLists.columns() : MapChoices.fields();
    }

    /** What only a bank's map says. */
    public String more(String key) {
      return chosen.choices().more().getOrDefault(key, "");
    }
  }

  private record Found(JobLine job, List<Creditor> creditors) {
    Optional<Creditor> creditor(Optional<UUID> id) {
      return creditors.stream().filter(one -> id.filter(one.id().value()::equals).isPresent()).findFirst();
    }
  }

  @GetMapping
  ResponseEntity<byte[]> begin(Reader reader, Model flash, @PathVariable UUID id) throws IOException {
    var found = found(reader, id);
    var yaml = found.job().map();
    return yaml.isPresent() ? begun(reader, found, yaml.get(), flash) : beginning(reader, found, flash);
  }

  /** With the map that it was handed in with. */
  private ResponseEntity<byte[]> begun(Reader reader, Found found, String yaml, Model flash) throws IOException {
    var choices = BankLists.isMeant(yaml) ? BankLists.choices(yaml) : MapChoices.of(yaml);
    return show(reader, found, chosen(found, choices, Optional.ofNullable(choices.more().get("name"))), Optional.empty(), Optional.of(yaml), Told.on(flash));
  }

  /** With a saved map, or as it shows itself. */
  private ResponseEntity<byte[]> beginning(Reader reader, Found found, Model flash) throws IOException {
    var file = spool.of(found.job().id());
    var saved = previews.saved(file, found.creditor(found.job().creditorId()).map(Creditor::name));
    var bank = saved.isPresent() ? Optional.<BankLists.Beginning>empty() : banks.seen(file, request(reader, found, chosen(found, MapChoices.NONE, Optional.empty()), Optional.empty()));
    if (bank.isPresent()) {
      return show(reader, found, chosen(found, bank.get().choices(), bank.get().saved()), bank.get().saved(), Optional.empty(), Told.on(flash));
    }
    var name = saved.map(SavedMap::name);
    return show(reader, found, chosen(found, saved.map(SavedMap::yaml).map(MapChoices::of).orElse(MapChoices.NONE), name), name, saved.map(SavedMap::yaml), Told.on(flash));
  }

  private static Chosen chosen(Found found, MapChoices choices, Optional<String> name) {
    return new Chosen(choices, false, found.job().creditorId(), Optional.empty(), name);
  }

  @PostMapping("/preview")
  ResponseEntity<byte[]> look(Reader reader, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) throws IOException {
    var found = found(reader, id);
    var chosen = meant(reader, found, Chosen.of(form));
    return show(reader, found, chosen, Optional.empty(), Optional.of(chosen.choices().yaml()), Told.NOTHING);
  }

  /** What was chosen of columns says nothing any more once the list is said to be of another kind. */
  private Chosen meant(Reader reader, Found found, Chosen chosen) throws IOException {
    if (!chosen.switched()) {
      return chosen;
    }
    var plain = request(reader, found, chosen, Optional.empty());
    return chosen.with(chosen.bank() ? banks.begun(spool.of(found.job().id()), plain, chosen.choices().separator()) : MapChoices.NONE.ofKind(chosen.choices().kind()));
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
      if (chosen.switched()) {
        return look(reader, id, form);
      }
      var header = chosen.name().isEmpty() || chosen.bank() ? List.<String>of() : header(reader, found, chosen, yaml);
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
      keep(tx, owner, chosen, header, yaml, person);
    }
    return jobs.again(tx, found.job().id(), creditor, Optional.of(yaml), reader.today());
  }

  private void keep(DSLContext tx, CreditorId owner, Chosen chosen, List<String> header, String yaml, Person person) {
    if (chosen.bank()) {
      banks.keep(tx, owner, yaml);
    } else {
      var name = chosen.name().orElseThrow();
      maps.save(tx, owner, name.substring(0, Math.min(name.length(), Chosen.LONGEST_NAME)), header, yaml, person.actor());
    }
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
    if (chosen.bank()) {
      var bank = banks.of(spool.of(found.job().id()), request(reader, found, chosen, Optional.empty()), chosen.choices());
      return page(reader, new Shown(found.job(), found.creditors(), all(reader), chosen, saved, bank.list(), Optional.of(bank)), said);
    }
    ListPreview preview;
    try {
      preview = previews.of(spool.of(found.job().id()), request(reader, found, chosen, yaml));
    } catch (CannotImport wrongMap) {
      // The columns are shown all the same, so that what is wrong can be corrected.
      var plain = previews.of(spool.of(found.job().id()), request(reader, found, chosen, Optional.empty()));
      preview = plain.refusedFor(String.valueOf(wrongMap.getMessage()));
    }
    return page(reader, new Shown(found.job(), found.creditors(), all(reader), chosen, saved, preview, Optional.empty()), said);
  }

  private ResponseEntity<byte[]> page(Reader reader, Shown shown, Told said) {
    return pages.show("intake/map", reader, Map.of("shown", shown, "said", said));
  }

  private static boolean all(Reader reader) {
    return reader.person().orElseThrow().creditors().isEmpty();
  }

  private static ImportRequest request(Reader reader, Found found, Chosen chosen, Optional<String> yaml) {
    var request = ImportRequest.on(reader.today()).handedIn(found.job().name(), reader.person().orElseThrow().actor());
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
