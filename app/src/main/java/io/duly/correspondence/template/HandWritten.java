package io.duly.correspondence.template;

import io.duly.kernel.InvoiceId;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person writes by hand for one message. It may hold values and blocks, as templates do.
 *
 * @param subject one line; empty in an SMS
 * @param about the invoices whose amounts and days it may name
 */
public record HandWritten(String subject, String text, Set<InvoiceId> about) {
  private static final Pattern LINE_END = Pattern.compile("(?<=\\S)\n(?!\n|[ \\t]*(?:[-*+]|\\d{1,3}[.)])[ \\t]|[ \\t]*\\n)");

  public HandWritten {
    about = Set.copyOf(about);
    text = text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** A line ends where its writer ended it. */
  String withItsLines() {
    return LINE_END.matcher(text).replaceAll("  \n");
  }
}
