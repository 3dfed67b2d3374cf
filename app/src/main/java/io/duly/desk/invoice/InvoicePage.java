package io.duly.desk.invoice;

import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/invoices/{id}")
class InvoicePage {
  private final Pages pages;
  private final Scope scope;
  private final InvoiceSheets sheets;

  InvoicePage(Pages pages, Scope scope, InvoiceSheets sheets) {
    this.pages = pages;
    this.scope = scope;
    this.sheets = sheets;
  }

  @GetMapping
  ResponseEntity<byte[]> page(Reader reader, Model flash, @PathVariable UUID id) {
    var sheet =
        scope
            .reading(reader.person().orElseThrow(), scoped -> sheets.read(scoped, id, reader.today()))
            .orElseThrow(NotThere::new);
    return pages.show("invoice/page", reader, Map.of("sheet", sheet, "said", Told.on(flash)));
  }

  /** Always as a file to keep: what a stranger sent is never shown as a page of the desk. */
  @GetMapping("/document")
  ResponseEntity<byte[]> document(Reader reader, @PathVariable UUID id) {
    var document =
        scope.reading(reader.person().orElseThrow(), scoped -> sheets.document(scoped, id)).orElseThrow(NotThere::new);
    return Handing.saved(document.name(), document.bytes());
  }
}
