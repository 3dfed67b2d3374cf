package io.duly.desk.intake;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
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
import org.springframework.web.bind.annotation.RequestParam;

/** What was found in one file. */
@Controller
public final class FilePage {
  private static final int LINES = 100;

  private final Pages pages;
  private final Scope scope;

  FilePage(Pages pages, Scope scope) {
    this.pages = pages;
    this.scope = scope;
  }

  /** What the page shows. */
  public record Shown(
      FileLine file, List<FindingGroup> groups, Narrowed narrowed, List<FindingLine> findings, Optional<FindingLine.Position> more) {}

  @GetMapping("/intake/files/{id}")
  ResponseEntity<byte[]> file(
      Reader reader,
      Model flash,
      @PathVariable UUID id,
      @RequestParam Optional<String> code,
      @RequestParam Optional<String> field,
      @RequestParam Optional<String> after) {
    var narrowed = new Narrowed(code, field);
    var shown = scope
        .reading(reader.person().orElseThrow(), scoped ->
            FileLine.find(scoped, id).map(file -> shown(scoped, file, narrowed, after.flatMap(FindingLine.Position::of))))
        .orElseThrow(NotThere::new);
    return pages.show("intake/file", reader, Map.of("shown", shown, "said", Told.on(flash)));
  }

  private static Shown shown(DSLContext scoped, FileLine file, Narrowed narrowed, Optional<FindingLine.Position> after) {
    var found = FindingLine.read(scoped, file.id(), narrowed, after, LINES + 1);
    var findings = found.subList(0, Math.min(LINES, found.size()));
    var more = found.size() > LINES ? Optional.of(findings.getLast().position()) : Optional.<FindingLine.Position>empty();
    return new Shown(file, FindingGroup.ofFindings(scoped, file.id()), narrowed, findings, more);
  }
}
