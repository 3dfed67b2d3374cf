package io.duly.desk.intake;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.intake.AsideRow;
import io.duly.intake.AsideRows;
import io.duly.intake.CannotImport;
import io.duly.intake.Mended;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
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

/** The rows of a file that are set aside: what is wrong, their cells to be corrected, and in again. */
@Controller
@RequestMapping("/intake/files/{id}/set-aside")
public final class SetAsidePage {
  private static final int ROWS = 50;

  private final Pages pages;
  private final Scope scope;
  private final AsideWork work;

  SetAsidePage(Pages pages, Scope scope, AsideWork work) {
    this.pages = pages;
    this.scope = scope;
    this.work = work;
  }

  /**
   * What the page shows.
   *
   * @param rows empty where the file is none of rows
   * @param more the line behind which the next page begins
   */
  public record Shown(FileLine file, List<FindingGroup> groups, Narrowed narrowed, Optional<AsideRows> rows, Optional<Long> more) {}

  @GetMapping
  ResponseEntity<byte[]> rows(
      Reader reader,
      Model flash,
      @PathVariable UUID id,
      @RequestParam Optional<String> code,
      @RequestParam Optional<String> field,
      @RequestParam(defaultValue = "0") long after) {
    var person = reader.person().orElseThrow();
    var narrowed = new Narrowed(code, field);
    var shown = scope
        .reading(person, scoped -> FileLine.find(scoped, id).map(file -> shown(scoped, file, narrowed, after)))
        .orElseThrow(NotThere::new);
    return pages.show("intake/aside", reader, Map.of("shown", shown, "said", Told.on(flash), "may", person.role().mayImport()));
  }

  private static Shown shown(DSLContext scoped, FileLine file, Narrowed narrowed, long after) {
    var found = AsideRows.of(scoped, file.id(), new AsideRows.Which(narrowed.code(), narrowed.field(), after), ROWS + 1);
    var rows = found.map(all -> new AsideRows(all.header(), all.fields(), all.rows().subList(0, Math.min(ROWS, all.rows().size()))));
    var more = found.filter(all -> all.rows().size() > ROWS).flatMap(_ -> rows).map(page -> page.rows().getLast().line());
    return new Shown(file, FindingGroup.ofSetAside(scoped, file.id()), narrowed, rows, more);
  }

  @PostMapping
  String retry(
      Reader reader,
      @PathVariable UUID id,
      @RequestParam Optional<String> code,
      @RequestParam Optional<String> field,
      @RequestParam MultiValueMap<String, String> form,
      RedirectAttributes next)
      throws IOException {
    var person = reader.person().orElseThrow();
    var typed = Typed.of(form);
    var meant = meant(person, id, typed, new Narrowed(code, field));
    var mended = typed.mended(meant.rows());
    if (typed.column().isPresent() && meant.rows().stream().noneMatch(typed::isMeant)) {
      Told.refused(reader.say("aside.none-marked")).showOn(next);
    } else if (mended.isEmpty()) {
      Told.refused(reader.say("aside.nothing-changed")).showOn(next);
    } else {
      try {
        said(work.mend(person, id, mended, reader.today())).showOn(next);
      } catch (CannotImport refused) {
        Told.refused(String.valueOf(refused.getMessage())).showOn(next);
      }
    }
    return back(id, code, field, next);
  }

  private static Told said(Mended mended) {
    return Told.done("aside.mended", mended.taken() + mended.known(), mended.remain(), mended.gone());
  }

  @PostMapping("/discarding")
  String discard(
      Reader reader,
      @PathVariable UUID id,
      @RequestParam Optional<String> code,
      @RequestParam Optional<String> field,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam MultiValueMap<String, String> form,
      RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    var typed = Typed.of(form);
    var meant = meant(person, id, typed, new Narrowed(code, field));
    var rows = meant.rows().stream().filter(typed::isMeant).map(AsideRow::id).toList();
    if (rows.isEmpty() || reason.isBlank()) {
      Told.refused(reader.say(rows.isEmpty() ? "aside.none-marked" : "aside.no-reason")).showOn(next);
    } else {
      int discarded = work.discard(person, meant.file(), rows, reason);
      Told.done("aside.discarded", discarded).showOn(next);
    }
    return back(id, code, field, next);
  }

  /** The rows that the form had, or all like them. */
  private AsideWork.Meant meant(Person person, UUID id, Typed typed, Narrowed narrowed) {
    var asked = new LinkedHashSet<>(typed.shown());
    asked.addAll(typed.picked());
    return work.meant(person, id, typed.everywhere() ? Optional.empty() : Optional.of(asked), narrowed);
  }

  private static String back(UUID id, Optional<String> code, Optional<String> field, RedirectAttributes next) {
    code.filter(text -> !text.isEmpty()).ifPresent(text -> {
      next.addAttribute("code", text);
      next.addAttribute("field", field.orElse(""));
    });
    return "redirect:/intake/files/" + id + "/set-aside";
  }
}
