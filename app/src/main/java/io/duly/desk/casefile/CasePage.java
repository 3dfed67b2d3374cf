package io.duly.desk.casefile;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.Scope;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CasePage {
  private final Pages pages;
  private final Scope scope;
  private final Sheets sheets;

  CasePage(Pages pages, Scope scope, Sheets sheets) {
    this.pages = pages;
    this.scope = scope;
    this.sheets = sheets;
  }

  @GetMapping("/cases/{number}")
  ResponseEntity<byte[]> sheet(
      Reader reader,
      Model flash,
      @PathVariable long number,
      @RequestParam(defaultValue = "all") String show,
      @RequestParam Optional<Integer> below) {
    var part = Timeline.Part.of(show);
    var person = reader.person().orElseThrow();
    var sheet =
        scope
            .reading(person, scoped -> sheets.read(scoped, number, part, below.orElse(Integer.MAX_VALUE), reader.today()))
            .orElseThrow(NotThere::new);
    return pages.show("casefile/page", reader, Map.of("sheet", sheet, "after", After.of(flash)));
  }
}
