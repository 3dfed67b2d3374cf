package io.duly.desk.search;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.Scope;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SearchPage {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 200;
  private static final int MOST = 20;

  private final Pages pages;
  private final Scope scope;
  private final LineSearch lines;

  SearchPage(Pages pages, Scope scope, LineSearch lines) {
    this.pages = pages;
    this.scope = scope;
    this.lines = lines;
  }

  @GetMapping("/search")
  ResponseEntity<byte[]> search(Reader reader, @RequestParam(defaultValue = "") String q) {
    var words = q.replace('\0', ' ').strip();
    var asked = words.substring(0, Math.min(LONGEST, words.length()));
    var results = asked.length() < SHORTEST ? Results.NONE : find(reader, asked);
    return pages.show("search/page", reader, Map.of("asked", asked, "results", results, "shortest", SHORTEST));
  }

  private Results find(Reader reader, String words) {
    boolean house = reader.person().orElseThrow().role().isOfTheHouse();
    return scope.reading(
        reader.person().orElseThrow(),
        scoped ->
            new Results(
                DebtorSearch.find(scoped, words, MOST),
                InvoiceSearch.find(scoped, words, reader.today(), MOST),
                house ? lines.documents(scoped, words, MOST) : List.of(),
                house ? lines.find(scoped, words, MOST) : List.of()));
  }
}
