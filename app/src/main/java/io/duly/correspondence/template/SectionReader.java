package io.duly.correspondence.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads a section as CommonMark and keeps of it what a message needs; everything else is a problem. */
final class SectionReader {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).enabledBlockTypes(Set.<Class<? extends Block>>of(ListBlock.class)).build();

  private final Section section;
  private final List<TemplateProblem> problems;

  SectionReader(Section section, List<TemplateProblem> problems) {
    this.section = section;
    this.problems = problems;
  }

  List<Part> parts() {
    var open = new ArrayList<Opened>();
    open.add(new Opened(Optional.empty(), 0));
    for (Node node = PARSER.parse(section.text()).getFirstChild(); node != null; node = node.getNext()) {
      read(node, open);
    }
    if (open.size() > 1) {
      problem(open.getLast().line, "This {{if …}} has no {{end}}, alone in a paragraph.");
    }
    return open.getFirst().parts;
  }

  /** Parts that are being collected, and the condition they hang on. */
  private static final class Opened {
    private final Optional<Marker.If> condition;
    private final int line;
    private final List<Part> parts = new ArrayList<>();

    private Opened(Optional<Marker.If> condition, int line) {
      this.condition = condition;
      this.line = line;
    }
  }

  private void read(Node node, List<Opened> open) {
    int line = line(node);
    if (node instanceof ListBlock list) {
      open.getLast().parts.add(items(list));
      return;
    }
    switch (Marker.of(node)) {
      case Marker.If condition -> begin(condition, line, open);
      case Marker.End _ -> end(line, open);
      case Marker.None _ -> open.getLast().parts.add(paragraph(new LineReader(line, problems).inlines(node), line));
    }
  }

  private Part paragraph(List<Inline> line, int at) {
    return line.size() == 1 && line.getFirst() instanceof Inline.Value value && value.variable().isBlock()
        ? new Part.Block(value.variable())
        : new Part.Paragraph(withoutBlocks(line, at));
  }

  private List<Inline> withoutBlocks(List<Inline> line, int at) {
    for (var inline : line) {
      if (inline instanceof Inline.Value value && value.variable().isBlock()) {
        problem(at, "{{" + value.variable().word() + "}} is a block: it stands alone in a paragraph, with empty lines around it.");
      }
    }
    return line;
  }

  private void begin(Marker.If condition, int line, List<Opened> open) {
    if (open.size() > 1) {
      problem(line, "One {{if …}} cannot stand within another; end the first before.");
    }
    open.add(new Opened(Optional.of(condition), line));
  }

  private void end(int line, List<Opened> open) {
    if (open.size() == 1) {
      problem(line, "This {{end}} ends no {{if …}}.");
      return;
    }
    var ended = open.removeLast();
    ended.condition.flatMap(Marker.If::condition).ifPresentOrElse(
        condition -> open.getLast().parts.add(new Part.When(condition, ended.condition.orElseThrow().holds(), ended.parts)),
        () -> problem(ended.line, Spelling.unknownCondition(ended.condition.orElseThrow().word())));
  }

  private Part items(ListBlock list) {
    var items = new ArrayList<List<Inline>>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (!(item instanceof ListItem) || item.getFirstChild() == null || item.getFirstChild().getNext() != null) {
        problem(line(item), "An item of a list is one paragraph.");
        continue;
      }
      items.add(withoutBlocks(new LineReader(line(item), problems).inlines(item.getFirstChild()), line(item)));
    }
    return new Part.Items(items);
  }

  private int line(Node node) {
    return node.getSourceSpans().isEmpty() ? section.from() : section.from() + node.getSourceSpans().getFirst().getLineIndex();
  }

  private void problem(int line, String message) {
    problems.add(new TemplateProblem(line, message));
  }
}
