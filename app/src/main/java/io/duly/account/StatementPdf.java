package io.duly.account;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.duly.kernel.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A statement as a tagged PDF with its font in it. Nothing is fetched from outside, and text from outside stays text. */
@Component
public final class StatementPdf {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.duly.templates");

  public byte[] of(Statement statement) {
    var html = new StringOutput();
    engine.render("account/pdf.jte", statement, html);
    var out = new ByteArrayOutputStream();
    try {
      var builder = new PdfRendererBuilder();
      builder.withW3cDocument(parsed(html.toString()), null);
      builder.useFont(StatementPdf::font, "Liberation Sans");
      builder.useUriResolver((_, _) -> null);
      builder.usePdfUaAccessibility(true);
      builder.withProducer("Duly");
      builder.toStream(out);
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("A statement could not be written as PDF", e);
    }
    return out.toByteArray();
  }

  private static InputStream font() {
    return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), "PDFBox lacks " + FONT);
  }

  /** What XML cannot hold is left out: control characters never belong into a letter. */
  private static Document parsed(String html) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var text = html.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF]", "");
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("The statement's template is no well-formed XHTML: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code 12,480.00}, without the currency, which stands in the heading. */
  public static String amount(Money money) {
    var text = money.toString();
    return text.substring(0, text.lastIndexOf(' '));
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code late fee}. */
  public static String words(String code) {
    return code.replace('_', ' ');
  }
}
