package io.duly.desk.intake;

import io.duly.banking.SavedBankMaps;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.intake.SavedMaps;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The maps that are kept, of lists and of banks' lists: whose they are, where they were used, and that they can go. */
@Controller
@RequestMapping("/intake/maps")
class MapsPage {
  private final Pages pages;
  private final Scope scope;
  private final SavedMaps lists;
  private final SavedBankMaps banks;

  MapsPage(Pages pages, Scope scope, SavedMaps lists, SavedBankMaps banks) {
    this.pages = pages;
    this.scope = scope;
    this.lists = lists;
    this.banks = banks;
  }

  @GetMapping
  ResponseEntity<byte[]> maps(Reader reader, Model flash) {
    var person = reader.person().orElseThrow();
    List<SavedMapLine> all = scope.reading(person, SavedMapLine::all);
    return pages.show("intake/maps", reader, Map.of("maps", all, "said", Told.on(flash), "may", person.role().mayImport()));
  }

  @PostMapping("/{id}/removal")
  String remove(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
    var removed = scope
        .importing(
            reader.person().orElseThrow(), scoped -> SavedMapLine.all(scoped).stream().filter(map -> map.id().equals(id)).findFirst(),
            (tx, map) -> {
              if (map.bank()) {
                banks.remove(tx, id);
              } else {
                lists.remove(tx, id);
              }
              return map.name();
            })
        .orElseThrow(NotThere::new);
    Told.done("maps.removed", removed).showOn(next);
    return "redirect:/intake/maps";
  }
}
