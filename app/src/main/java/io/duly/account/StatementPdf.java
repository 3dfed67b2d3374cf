package io.duly.account;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * A statement as a tagged PDF with its fonts in it, in the debtor's language. Nothing is fetched from outside, and text from
 * outside stays text. Fonts that lie in {@code fonts} of the data directory stand in for letters that the shipped one lacks.
 */
@Component
public final class StatementPdf {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final int MOST_FONTS = 8;

  private final Path folder;
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.duly.templates");

  StatementPdf(@Value("${duly.home}") Path home) {
    this.folder = home.resolve("fonts");
  }

  public byte[] of(Statement statement) {
    var html = new StringOutput();
    var more = more();
    engine.render(
        "account/pdf.jte", Map.of("s", statement, "p", Printed.in(statement.language()), "fonts", families(more.size())), html);
    var out = new ByteArrayOutputStream();
    try {
      var builder = new PdfRendererBuilder();
      builder.withW3cDocument(parsed(html.toString()), null);
      builder.useFont(StatementPdf::font, "Liberation Sans");
      for (int at = 0; at < more.size(); at++) {
        builder.useFont(more.get(at).toFile(), "More " + at);
      }
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

  /** In the order of their names. */
  private List<Path> more() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".ttf")).sorted().limit(MOST_FONTS).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The fonts in " + folder + " could not be read", e);
    }
  }

  private static String families(int more) {
    return IntStream.range(0, more).mapToObj(at -> ", 'More " + at + "'").collect(Collectors.joining("", "'Liberation Sans'", ""));
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
}
