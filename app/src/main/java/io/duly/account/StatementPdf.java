package io.duly.account;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A statement as a tagged PDF, in the debtor's language. Text from outside stays text. */
@Component
public final class StatementPdf {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.duly.templates");
  private final PdfPress press;

  StatementPdf(PdfPress press) {
    this.press = press;
  }

  public byte[] of(Statement statement) {
    var html = new StringOutput();
    engine.render("account/pdf.jte", Map.of("s", statement, "p", Printed.in(statement.language()), "fonts", press.families()), html);
    return press.print(html.toString());
  }
}
