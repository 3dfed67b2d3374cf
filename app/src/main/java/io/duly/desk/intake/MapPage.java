package io.duly.desk.intake;

import io.duly.banking.export.BankLists;
import io.duly.banking.export.BankPreview;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.intake.CannotImport;
import io.duly.intake.ListPreview;
import io.duly.intake.MapChoices;
import io.duly.parties.Creditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which column of a list is what, chosen while the page shows how its rows would be read. */
@Controller
@RequestMapping("/intake/jobs/{id}/map")
public final class MapPage {
  private final Pages pages;
  private final ListMapping lists;

  MapPage(Pages pages, ListMapping lists) {
    this.pages = pages;
    this.lists = lists;
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

  @GetMapping
  ResponseEntity<byte[]> begin(Reader reader, Model flash, @PathVariable UUID id) throws IOException {
    var by = by(reader);
    if (lists.isPast(by, id)) {
      return back(id);
    }
    return page(reader, lists.begin(by, lists.found(by, id)), Told.on(flash));
  }

  @PostMapping("/preview")
  ResponseEntity<byte[]> look(
      Reader reader, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form, @RequestHeader(name = "HX-Request", required = false) Optional<String> part) throws IOException {
    var by = by(reader);
    if (lists.isPast(by, id)) {
      return part.isPresent() ? ResponseEntity.noContent().header("HX-Redirect", job(id)).build() : back(id);
    }
    return look(reader, by, id, form);
  }

  private ResponseEntity<byte[]> look(Reader reader, ListMapping.Chooser by, UUID id, MultiValueMap<String, String> form) throws IOException {
    return page(reader, lists.look(by, lists.found(by, id), Chosen.of(form)), Told.NOTHING);
  }

  /** The map as {@code ./duly import --map} takes it. */
  @PostMapping("/yaml")
  ResponseEntity<byte[]> yaml(Reader reader, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    var job = lists.found(by(reader), id).job();
    var name = ContentDisposition.attachment().filename(job.name() + ".map.yaml", StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(Chosen.of(form).choices().yaml().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping
  Object take(Reader reader, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next) throws IOException {
    var by = by(reader);
    var found = lists.found(by, id);
    var chosen = Chosen.of(form);
    if (chosen.switched()) {
      return look(reader, by, id, form);
    }
    try {
      if (!lists.take(by, found, chosen)) {
        Told.refused(reader.say("intake.not-again")).showOn(next);
      }
      return "redirect:" + job(id);
    } catch (CannotImport refused) {
      return page(reader, lists.shown(by, found, chosen, Optional.empty(), Optional.of(chosen.choices().yaml())), Told.refused(String.valueOf(refused.getMessage())));
    }
  }

  /** A look that was still on its way when the file was taken in, or another window: its page says what became of it. */
  private static ResponseEntity<byte[]> back(UUID id) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, job(id)).build();
  }

  private static String job(UUID id) {
    return "/intake/jobs/" + id;
  }

  private ResponseEntity<byte[]> page(Reader reader, Shown shown, Told said) {
    return pages.show("intake/map", reader, Map.of("shown", shown, "said", said));
  }

  private static ListMapping.Chooser by(Reader reader) {
    return new ListMapping.Chooser(reader.person().orElseThrow(), reader.today(), reader::say);
  }
}
