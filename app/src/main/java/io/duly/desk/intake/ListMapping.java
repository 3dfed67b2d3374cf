package io.duly.desk.intake;

import io.duly.banking.export.BankLists;
import io.duly.desk.page.NotThere;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Lists of which somebody says which column is what: how their rows would be read, and in again as chosen. */
@Component
public final class ListMapping {
  private final Scope scope;
  private final Previews previews;
  private final SavedMaps maps;
  private final BankLists banks;
  private final ImportJobs jobs;
  private final Spool spool;
  private final Parties parties;

  ListMapping(Scope scope, Previews previews, SavedMaps maps, BankLists banks, ImportJobs jobs, Spool spool, Parties parties) {
    this.scope = scope;
    this.previews = previews;
    this.maps = maps;
    this.banks = banks;
    this.jobs = jobs;
    this.spool = spool;
    this.parties = parties;
  }

  /**
   * Who chooses.
   *
   * @param say a text of the pages in their language, by its key
   */
  public record Chooser(Person person, LocalDate today, UnaryOperator<String> say) {}

  /** A file that waits for a person, and whose it could be. */
  public record Found(JobLine job, List<Creditor> creditors) {
    Optional<Creditor> creditor(Optional<UUID> id) {
      return creditors.stream().filter(one -> id.filter(one.id().value()::equals).isPresent()).findFirst();
    }
  }

  /** @throws NotThere where the person sees none of that id, or it waits for nobody */
  public Found found(Chooser by, UUID id) {
    return scope
        .importing(
            by.person(),
            scoped -> JobLine.find(scoped, id).filter(job -> job.isOurs() && spool.has(id)).map(job -> new Found(job, parties.creditors(scoped))),
            (_, found) -> found)
        .orElseThrow(NotThere::new);
  }

  /** Whether the person sees a job of that id whose columns nobody is asked for any more. */
  public boolean isPast(Chooser by, UUID id) {
    return scope.importing(by.person(), scoped -> JobLine.find(scoped, id).filter(job -> !job.isOurs()), (_, _) -> true).orElse(false);
  }

  /** As it was handed in, as a saved map has it, or as it shows itself. */
  public MapPage.Shown begin(Chooser by, Found found) throws IOException {
    var yaml = found.job().map();
    return yaml.isPresent() ? begun(by, found, yaml.get()) : beginning(by, found);
  }

  /** With the map that it was handed in with. */
  private MapPage.Shown begun(Chooser by, Found found, String yaml) throws IOException {
    var choices = BankLists.isMeant(yaml) ? BankLists.choices(yaml) : MapChoices.of(yaml);
    return shown(by, found, chosen(found, choices, Optional.ofNullable(choices.more().get("name"))), Optional.empty(), Optional.of(yaml));
  }

  private MapPage.Shown beginning(Chooser by, Found found) throws IOException {
    var file = spool.of(found.job().id());
    var saved = previews.saved(file, found.creditor(found.job().creditorId()).map(Creditor::name));
    var bank = saved.isPresent() ? Optional.<BankLists.Beginning>empty() : banks.seen(file, request(by, found, chosen(found, MapChoices.NONE, Optional.empty()), Optional.empty()));
    if (bank.isPresent()) {
      return shown(by, found, chosen(found, bank.get().choices(), bank.get().saved()), bank.get().saved(), Optional.empty());
    }
    var name = saved.map(SavedMap::name);
    return shown(by, found, chosen(found, saved.map(SavedMap::yaml).map(MapChoices::of).orElse(MapChoices.NONE), name), name, saved.map(SavedMap::yaml));
  }

  private static Chosen chosen(Found found, MapChoices choices, Optional<String> name) {
    return new Chosen(choices, false, found.job().creditorId(), Optional.empty(), name);
  }

  /** How the list would be read as somebody chose. */
  public MapPage.Shown look(Chooser by, Found found, Chosen typed) throws IOException {
    var chosen = meant(by, found, typed);
    return shown(by, found, chosen, Optional.empty(), Optional.of(chosen.choices().yaml()));
  }

  /** What was chosen of columns says nothing any more once the list is said to be of another kind. */
  private Chosen meant(Chooser by, Found found, Chosen chosen) throws IOException {
    if (!chosen.switched()) {
      return chosen;
    }
    var plain = request(by, found, chosen, Optional.empty());
    return chosen.with(chosen.bank() ? banks.begun(spool.of(found.job().id()), plain, chosen.choices().separator()) : MapChoices.NONE.ofKind(chosen.choices().kind()));
  }

  /**
   * In again, as chosen; the map is kept where it has a name.
   *
   * @return false where it cannot be taken in again
   * @throws CannotImport where the choices do not fit
   */
  public boolean take(Chooser by, Found found, Chosen chosen) throws IOException {
    var yaml = chosen.choices().yaml();
    var header = chosen.name().isEmpty() || chosen.bank() ? List.<String>of() : header(by, found, chosen, yaml);
    return scope
        .importing(by.person(), scoped -> JobLine.find(scoped, found.job().id()), (tx, _) -> again(tx, found, chosen, header, yaml, by))
        .orElseThrow(NotThere::new);
  }

  private boolean again(DSLContext tx, Found found, Chosen chosen, List<String> header, String yaml, Chooser by) {
    var creditor = whose(tx, found, chosen, by.person());
    if (chosen.name().isPresent()) {
      var owner = creditor
          .or(() -> Optional.of(found.creditors()).filter(all -> all.size() == 1).map(all -> all.getFirst().id()))
          .orElseThrow(() -> new CannotImport(by.say().apply("map.whose")));
      keep(tx, owner, chosen, header, yaml, by.person());
    }
    return jobs.again(tx, found.job().id(), creditor, Optional.of(yaml), by.today());
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

  private List<String> header(Chooser by, Found found, Chosen chosen, String yaml) throws IOException {
    return previews.of(spool.of(found.job().id()), request(by, found, chosen, Optional.of(yaml))).header();
  }

  /** @param yaml the map as it stands; for a bank's list the choices count */
  MapPage.Shown shown(Chooser by, Found found, Chosen chosen, Optional<String> saved, Optional<String> yaml) throws IOException {
    if (chosen.bank()) {
      var bank = banks.of(spool.of(found.job().id()), request(by, found, chosen, Optional.empty()), chosen.choices());
      return new MapPage.Shown(found.job(), found.creditors(), all(by), chosen, saved, bank.list(), Optional.of(bank));
    }
    ListPreview preview;
    try {
      preview = previews.of(spool.of(found.job().id()), request(by, found, chosen, yaml));
    } catch (CannotImport wrongMap) {
      // The columns are shown all the same, so that what is wrong can be corrected.
      var plain = previews.of(spool.of(found.job().id()), request(by, found, chosen, Optional.empty()));
      preview = plain.refusedFor(String.valueOf(wrongMap.getMessage()));
    }
    return new MapPage.Shown(found.job(), found.creditors(), all(by), chosen, saved, preview, Optional.empty());
  }

  private static boolean all(Chooser by) {
    return by.person().creditors().isEmpty();
  }

  private static ImportRequest request(Chooser by, Found found, Chosen chosen, Optional<String> yaml) {
    var request = ImportRequest.on(by.today()).handedIn(found.job().name(), by.person().actor());
    var mapped = yaml.map(request::mapped).orElse(request);
    return found.creditor(chosen.creditor()).map(one -> mapped.of(one.name())).orElse(mapped);
  }
}
