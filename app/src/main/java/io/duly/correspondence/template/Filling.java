package io.duly.correspondence.template;

import io.duly.strategy.Channel;
import io.duly.strategy.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the facts of an occasion into a template: values become literal text, whatever is in them. */
final class Filling {
  private final Occasion occasion;
  private final Tone tone;
  private final Channel channel;
  private final Values values;
  private final Blocks blocks;

  Filling(Occasion occasion, Forms forms, Tone tone, Channel channel) {
    this.occasion = occasion;
    this.tone = tone;
    this.channel = channel;
    this.values = new Values(occasion, forms);
    this.blocks = new Blocks(occasion, forms, values, channel);
  }

  List<Piece> pieces(List<Part> parts) {
    var pieces = new ArrayList<Piece>();
    for (var part : parts) {
      switch (part) {
        case Part.Paragraph one -> pieces.add(new Piece.Paragraph(runs(one.line())));
        case Part.Items list -> pieces.add(new Piece.Items(list.items().stream().map(this::runs).toList()));
        case Part.Block block -> pieces.addAll(blocks.of(block.variable()));
        case Part.When when -> {
          if (when.condition().holds(occasion, tone, channel) == when.holds()) {
            pieces.addAll(pieces(when.parts()));
          }
        }
      }
    }
    return pieces;
  }

  /** A line as plain words. */
  String line(List<Inline> line) {
    var text = new StringBuilder();
    runs(line).forEach(run -> text.append(run.text()));
    return text.toString().replace('\u00A0', ' ').replace('\u202F', ' ').strip();
  }

  private List<Piece.Run> runs(List<Inline> line) {
    return line.stream()
        .map(inline ->
            switch (inline) {
              case Inline.Words words -> new Piece.Run(words.text(), words.strong(), Optional.empty());
              case Inline.Value value -> new Piece.Run(values.of(value.variable()), value.strong(), Optional.empty());
              case Inline.Link link -> new Piece.Run(link.text(), false, Optional.of(link.address()));
              case Inline.LineEnd _ -> new Piece.Run("\n", false, Optional.empty());
            })
        .toList();
  }
}
