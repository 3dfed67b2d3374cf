package io.duly.desk.intake;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
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
  private final KeptMaps maps;

  MapsPage(Pages pages, KeptMaps maps) {
    this.pages = pages;
    this.maps = maps;
  }

  @GetMapping
  ResponseEntity<byte[]> maps(Reader reader, Model flash) {
    var person = reader.person().orElseThrow();
    return pages.show("intake/maps", reader, Map.of("maps", maps.all(person), "said", Told.on(flash), "may", person.role().mayImport()));
  }

  @PostMapping("/{id}/removal")
  String remove(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
    Told.done("maps.removed", maps.remove(reader.person().orElseThrow(), id)).showOn(next);
    return "redirect:/intake/maps";
  }
}
