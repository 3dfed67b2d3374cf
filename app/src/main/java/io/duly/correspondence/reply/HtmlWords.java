package io.duly.correspondence.reply;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a person reads in an HTML message: no scripts, no styles, nothing fetched; what is quoted is marked with {@code >}. */
final class HtmlWords implements NodeVisitor {
  private static final int MOST_SIGNS = 2_000_000;
  private static final String NOT_READ = "script, style, head, template, noscript, iframe, object, svg, [hidden], [style*=display:none], [style*='display: none']";

  private final StringBuilder words = new StringBuilder();
  private int quoted;

  private HtmlWords() {}

  static String of(String html) {
    var document = Jsoup.parse(html.length() > MOST_SIGNS ? html.substring(0, MOST_SIGNS) : html);
    document.select(NOT_READ).remove();
    var reading = new HtmlWords();
    document.body().traverse(reading);
    return reading.words.toString().replaceAll("[ \\t\\u00A0]+", " ").replaceAll(" ?\\n ?", "\n").replaceAll("\\n{3,}", "\n\n").strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      words.append(text.getWholeText().replace('\n', ' ').replace('\r', ' '));
    } else if (node instanceof Element element) {
      quoted += isQuote(element) ? 1 : 0;
      if (element.isBlock() || element.nameIs("br")) {
        newLine();
      } else if (element.nameIs("td") || element.nameIs("th")) {
        words.append(' ');
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      quoted -= isQuote(element) ? 1 : 0;
      if (element.isBlock() && !element.nameIs("br")) {
        newLine();
      }
    }
  }

  private void newLine() {
    words.append('\n').append(quoted > 0 ? "> " : "");
  }

  private static boolean isQuote(Element element) {
    return element.nameIs("blockquote");
  }
}
