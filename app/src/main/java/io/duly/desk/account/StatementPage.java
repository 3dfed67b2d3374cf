package io.duly.desk.account;

import io.duly.account.Statement;
import io.duly.account.StatementCsv;
import io.duly.account.StatementPdf;
import io.duly.account.Statements;
import io.duly.cases.Cases;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/cases/{number}")
class StatementPage {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Pages pages;
  private final Scope scope;
  private final Cases cases;
  private final Statements statements;
  private final StatementPdf pdf;

  StatementPage(Pages pages, Scope scope, Cases cases, Statements statements, StatementPdf pdf) {
    this.pages = pages;
    this.scope = scope;
    this.cases = cases;
    this.statements = statements;
    this.pdf = pdf;
  }

  @GetMapping("/statement")
  ResponseEntity<byte[]> page(
      Reader reader, @PathVariable long number, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> asOf,
      Model flash) {
    return pages.show("statement/page", reader, Map.of("statement", statement(reader, number, asOf), "said", Told.on(flash)));
  }

  @GetMapping("/statement.csv")
  ResponseEntity<byte[]> csv(
      Reader reader, @PathVariable long number, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> asOf) {
    var statement = statement(reader, number, asOf);
    return file(statement, "csv", CSV, StatementCsv.of(statement).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/statement.pdf")
  ResponseEntity<byte[]> pdf(
      Reader reader, @PathVariable long number, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> asOf) {
    var statement = statement(reader, number, asOf);
    return file(statement, "pdf", MediaType.APPLICATION_PDF, pdf.of(statement));
  }

  private Statement statement(Reader reader, long number, Optional<LocalDate> asOf) {
    var day = asOf.filter(one -> one.getYear() >= 1900 && one.getYear() <= 2999).orElse(reader.today());
    return scope
        .reading(
            reader.person().orElseThrow(),
            scoped -> cases.find(scoped, String.valueOf(number)).map(id -> statements.of(scoped, id, day)))
        .orElseThrow(NotThere::new);
  }

  private static ResponseEntity<byte[]> file(Statement statement, String ending, MediaType type, byte[] bytes) {
    var name = "statement-" + statement.caseNumber() + "-" + statement.asOf() + "." + ending;
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }
}
