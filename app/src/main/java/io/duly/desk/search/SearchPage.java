package io.duly.desk.search;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SearchPage {
  private static final int SHORTEST = 2;

  private final Pages pages;
  private final Searches searches;

  SearchPage(Pages pages, Searches searches) {
    this.pages = pages;
    this.searches = searches;
  }

  @GetMapping("/search")
  ResponseEntity<byte[]> search(Reader reader, @RequestParam(defaultValue = "") String q) {
    var asked = Searches.asked(q);
    var results = asked.length() < SHORTEST ? Results.NONE : searches.find(reader.person().orElseThrow(), asked, reader.today());
    return pages.show("search/page", reader, Map.of("asked", asked, "results", results, "shortest", SHORTEST));
  }
}
