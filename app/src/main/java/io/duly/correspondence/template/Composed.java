package io.duly.correspondence.template;

import java.util.List;

/**
 * A message from which each medium can be drawn.
 *
 * @param subject one line; empty for what is said on the phone
 * @param sms empty for what is said on the phone
 */
public record Composed(Occasion occasion, Forms forms, String subject, List<Piece> pieces, String sms) {
  public Composed {
    pieces = List.copyOf(pieces);
  }

  /** As an e-mail. */
  public Rendered email() {
    return new Rendered(subject, plain(), HtmlWriter.document(this));
  }

  /** As plain text, in lines of at most 72 signs. */
  public String plain() {
    return PlainWriter.text(pieces);
  }

  /** Subject and body as the check of the tone reads them: a paragraph is one line, for a line's end ends a thought. */
  public String words() {
    return subject + "\n\n" + PlainWriter.unwrapped(pieces);
  }
}
