package io.duly.correspondence.template;

import java.util.List;

/** A part of a template. */
sealed interface Part {

  record Paragraph(List<Inline> line) implements Part {
    public Paragraph {
      line = List.copyOf(line);
    }
  }

  record Items(List<List<Inline>> items) implements Part {
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** A block variable, alone in its paragraph. */
  record Block(Variable variable) implements Part {}

  /** Parts that are there only if something is so, or is not. */
  record When(Condition condition, boolean holds, List<Part> parts) implements Part {
    public When {
      parts = List.copyOf(parts);
    }
  }
}
