package io.duly.desk.worklist;

import io.duly.cases.CannotRecord;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Keeping a list by a name, opening it by its place, renaming and removing it. */
@Controller
@RequestMapping("/views")
class ViewActions {
  private final SavedViews views;

  ViewActions(SavedViews views) {
    this.views = views;
  }

  /** The list at a place, counted from 1, as the worklist shows them; the whole list where there is none. */
  @GetMapping("/{place:[1-9]}")
  String open(Reader reader, @PathVariable int place) {
    return "redirect:" + views.of(reader.person().orElseThrow()).stream().skip(place - 1L).findFirst().map(SavedView::address).orElse("/");
  }

  /** @param query of the address of the list as it is seen; what the worklist does not know is left out */
  @PostMapping
  String save(
      Reader reader, @RequestParam String name, @RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "false") boolean shared,
      RedirectAttributes next) {
    var view = View.of(values(query)).beginning();
    try {
      views.save(reader.person().orElseThrow(), name, view.query(), shared);
      Told.done("views.saved", name.strip()).showOn(next);
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:" + view.address();
  }

  @PostMapping("/{id}/name")
  String rename(
      Reader reader, @PathVariable UUID id, @RequestParam String name, @RequestParam(defaultValue = "false") boolean shared,
      @RequestParam(defaultValue = "") String query, RedirectAttributes next) {
    return changed(query, next, "views.renamed", () -> views.rename(reader.person().orElseThrow(), id, name, shared));
  }

  @PostMapping("/{id}/removal")
  String remove(Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String query, RedirectAttributes next) {
    return changed(query, next, "views.removed", () -> views.remove(reader.person().orElseThrow(), id));
  }

  private static String changed(String query, RedirectAttributes next, String done, Runnable change) {
    try {
      change.run();
      Told.done(done).showOn(next);
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:" + View.of(values(query)).beginning().address();
  }

  /** A query as the worklist reads it: of each name the first value. */
  static Map<String, String> values(String query) {
    var all = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
    return all.entrySet().stream()
        .flatMap(one -> Stream.ofNullable(one.getValue().getFirst()).map(value -> Map.entry(one.getKey(), decoded(value))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String decoded(String value) {
    try {
      return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }
}
