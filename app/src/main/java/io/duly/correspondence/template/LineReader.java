package io.duly.correspondence.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Reads the inside of a paragraph. */
final class LineReader {
  private static final Pattern VALUE = Pattern.compile("\\{\\{(?<word>[^{}]*)\\}\\}");
  private static final Pattern OTHER_BLOCK = Pattern.compile("^(?:#{1,6} |>|```|~~~|---+\\s*$|\\*\\*\\*+\\s*$|={3,}\\s*$).*", Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile("(?:https://[^\\s\"<>{}]+|mailto:[^\\s\"<>{}]+@[^\\s\"<>{}]+)");

  private final int line;
  private final List<TemplateProblem> problems;
  private final List<Inline> inlines = new ArrayList<>();

  LineReader(int line, List<TemplateProblem> problems) {
    this.line = line;
    this.problems = problems;
  }

  List<Inline> inlines(Node paragraph) {
    if (paragraph.getFirstChild() instanceof Text text && OTHER_BLOCK.matcher(text.getLiteral()).matches()) {
      problem("Headings, quotations and rules have no place in a message; begin a paragraph with words.");
    }
    children(paragraph, false);
    return inlines;
  }

  private void children(Node parent, boolean strong) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> words(text.getLiteral(), strong);
        case SoftLineBreak _ -> inlines.add(new Inline.Words(" ", strong));
        case HardLineBreak _ -> inlines.add(new Inline.LineEnd());
        case StrongEmphasis inside -> children(inside, true);
        case Emphasis inside -> children(inside, true);
        case Link link -> link(link);
        default -> problem("Only words, values, strong words, lists and links can stand in a message.");
      }
    }
  }

  private void words(String text, boolean strong) {
    var value = VALUE.matcher(text);
    int at = 0;
    while (value.find()) {
      plain(text.substring(at, value.start()), strong);
      value(value.group("word").strip(), strong);
      at = value.end();
    }
    plain(text.substring(at), strong);
  }

  private void plain(String text, boolean strong) {
    if (text.contains("{{") || text.contains("}}")) {
      problem("\"{{\" and \"}}\" stand around the name of a value, as in {{greeting}}, within one line.");
    }
    if (!text.isEmpty()) {
      inlines.add(new Inline.Words(text, strong));
    }
  }

  private void value(String word, boolean strong) {
    if (word.startsWith("if ") || word.equals("end")) {
      problem("{{" + word + "}} stands alone in a paragraph, with empty lines around it.");
      return;
    }
    Variable.of(word).ifPresentOrElse(
        variable -> inlines.add(new Inline.Value(variable, strong)), () -> problem(Spelling.unknownVariable(word)));
  }

  private void link(Link link) {
    var address = link.getDestination();
    if (!(link.getFirstChild() instanceof Text text) || text.getNext() != null || text.getLiteral().contains("{{")) {
      problem("The words of a link are plain words.");
    } else if (!ADDRESS.matcher(address).matches()) {
      problem("A link goes to an address that begins with https:// or mailto:, which no value can be part of.");
    } else {
      inlines.add(new Inline.Link(text.getLiteral(), address));
    }
  }

  private void problem(String message) {
    problems.add(new TemplateProblem(line, message));
  }
}
