package io.duly.desk.bank;

import io.duly.agreements.DebitTerms;
import io.duly.agreements.Mandates;
import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.directdebit.Coming;
import io.duly.directdebit.DirectDebits;
import io.duly.directdebit.MadeFile;
import io.duly.identity.Person;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Direct debits: what is to be collected, the files for the bank, and by what each creditor collects. */
@Controller
@RequestMapping("/bank/debits")
public final class DebitsPage {
  private static final String HERE = "redirect:/bank/debits";

  private final Pages pages;
  private final Scope scope;
  private final Parties parties;
  private final DirectDebits debits;
  private final Mandates mandates;
  private final Clock clock;

  DebitsPage(Pages pages, Scope scope, Parties parties, DirectDebits debits, Mandates mandates, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.parties = parties;
    this.debits = debits;
    this.mandates = mandates;
    this.clock = clock;
  }

  /**
   * A creditor and what is to be collected for it.
   *
   * @param terms empty where it collects nothing
   * @param ready how many go into a file of today
   */
  public record Collector(Creditor creditor, Optional<DebitTerms> terms, List<Coming> coming, long ready) {}

  /** What the page shows. */
  public record Shown(List<Collector> collectors, List<MadeFile> files) {}

  @GetMapping
  ResponseEntity<byte[]> debits(Reader reader, Model flash) {
    var person = reader.person().orElseThrow();
    var shown = scope.reading(person, scoped -> shown(scoped, reader));
    return pages.show("bank/debits", reader, Map.of("shown", shown, "said", Told.on(flash), "may", person.role().mayImport()));
  }

  private Shown shown(DSLContext scoped, Reader reader) {
    var coming = debits.coming(scoped, reader.today());
    var collectors = parties.creditors(scoped).stream().map(creditor -> {
      var theirs = coming.stream().filter(one -> one.creditor().equals(creditor.id())).toList();
      return new Collector(creditor, mandates.terms(scoped, creditor.id()), theirs, theirs.stream().filter(one -> DirectDebits.isForAFile(one, reader.today())).count());
    }).toList();
    return new Shown(collectors, debits.files(scoped));
  }

  @PostMapping("/terms/{creditor}")
  String set(
      Reader reader, @PathVariable UUID creditor, @RequestParam(defaultValue = "") String identifier, @RequestParam(defaultValue = "") String iban, @RequestParam(defaultValue = "") String bic,
      @RequestParam(defaultValue = "14") int notice, RedirectAttributes next) {
    return change("debits.set", next, () -> scope.authoring(person(reader), scoped -> find(scoped, creditor), (tx, one) -> {
      mandates.set(tx, one.id(), new DebitTerms(identifier, iban, Optional.of(bic).filter(text -> !text.isBlank()), notice), by(reader));
      return one;
    }));
  }

  @PostMapping("/files")
  String make(Reader reader, @RequestParam UUID creditor, RedirectAttributes next) {
    return change("debits.made", next, () -> scope.importing(person(reader), scoped -> find(scoped, creditor), (tx, one) -> debits.make(tx, one.id(), by(reader))));
  }

  @PostMapping("/files/{id}/withdrawal")
  String withdraw(Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    return change("debits.withdrawn", next, () -> scope.importing(person(reader), scoped -> debits.of(scoped, id), (tx, one) -> {
      debits.withdraw(tx, one.id(), why, by(reader));
      return one;
    }));
  }

  /** It names accounts: only for who gives it to the bank. */
  @GetMapping("/files/{id}")
  ResponseEntity<byte[]> file(Reader reader, @PathVariable UUID id) {
    var found = scope.importing(person(reader), scoped -> debits.of(scoped, id), (tx, one) -> Handing.saved(one.name(), debits.content(tx, one.id()).orElseThrow()));
    return found.orElseThrow(NotThere::new);
  }

  private static Person person(Reader reader) {
    return reader.person().orElseThrow();
  }

  private Recorded by(Reader reader) {
    return Recorded.by(person(reader).actor(), reader.today(), clock.instant());
  }

  /** Changes something. */
  private interface Change {
    Optional<?> made();
  }

  private static String change(String done, RedirectAttributes next, Change change) {
    try {
      if (change.made().isEmpty()) {
        throw new NotThere();
      }
      Told.done(done).showOn(next);
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return HERE;
  }

  private Optional<Creditor> find(DSLContext scoped, UUID creditor) {
    return parties.creditors(scoped).stream().filter(one -> one.id().value().equals(creditor)).findFirst();
  }
}
