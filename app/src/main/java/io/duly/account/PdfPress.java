package io.duly.account;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * Makes a tagged PDF of a page of XHTML, with its fonts in it. Nothing is fetched from outside. Fonts that lie in {@code fonts} of the
 * data directory stand in for letters that the shipped one lacks.
 */
@Component
public final class PdfPress {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final int MOST_FONTS = 8;

  private final Path folder;

  PdfPress(@Value("${duly.home}") Path home) {
    this.folder = home.resolve("fonts");
  }

  /** What {@code font-family} is in the page. */
  public String families() {
    return IntStream.range(0, more().size()).mapToObj(at -> ", 'More " + at + "'").collect(Collectors.joining("", "'Liberation Sans'", ""));
  }

  /** @throws IllegalStateException where the page is no well-formed XHTML, which is a mistake of its template */
  public byte[] print(String html) {
    var more = more();
    var out = new ByteArrayOutputStream();
    try {
      var builder = new PdfRendererBuilder();
      builder.withW3cDocument(parsed(html), null);
      builder.useFont(PdfPress::font, "Liberation Sans");
      for (int at = 0; at < more.size(); at++) {
        builder.useFont(more.get(at).toFile(), "More " + at);
      }
      builder.useUriResolver((_, _) -> null);
      builder.usePdfUaAccessibility(true);
      builder.withProducer("Duly");
      builder.toStream(out);
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("A page could not be written as PDF", e);
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
      throw new IllegalStateException("The template is no well-formed XHTML: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
