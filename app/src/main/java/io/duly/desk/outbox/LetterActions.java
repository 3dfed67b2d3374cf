package io.duly.desk.outbox;

import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes batches of letters and hands them to whoever prints them. */
@Controller
@RequestMapping("/outbox/letters/{creditor}")
class LetterActions {
  private final Scope scope;
  private final Parties parties;
  private final LetterShelf letters;

  LetterActions(Scope scope, Parties parties, LetterShelf letters) {
    this.scope = scope;
    this.parties = parties;
    this.letters = letters;
  }

  @PostMapping("/batch")
  String make(Reader reader, @PathVariable UUID creditor, RedirectAttributes next) throws SQLException {
    var found = scope.changing(reader.person().orElseThrow(), scoped -> find(scoped, creditor), (_, one) -> one).orElseThrow(NotThere::new);
    try {
      var printed = letters.make(found.id());
      var report = printed.report();
      Told.done("outbox.batch-made", report.sent(), report.kept(), report.withdrawn(), report.held()).showOn(next);
    } catch (IOException full) {
      Told.refused(reader.say("outbox.batch-full")).showOn(next);
    }
    return "redirect:/outbox?show=letters";
  }

  @GetMapping("/{file}")
  ResponseEntity<byte[]> file(Reader reader, @PathVariable UUID creditor, @PathVariable String file) {
    var found = scope.reading(reader.person().orElseThrow(), scoped -> find(scoped, creditor)).orElseThrow(NotThere::new);
    var bytes = letters.file(found.id(), file).orElseThrow(NotThere::new);
    return Handing.out(file, file.endsWith(".pdf") ? MediaType.APPLICATION_PDF : new MediaType("text", "csv"), bytes);
  }

  private Optional<Creditor> find(DSLContext scoped, UUID creditor) {
    return parties.creditors(scoped).stream().filter(one -> one.id().value().equals(creditor)).findFirst();
  }
}
