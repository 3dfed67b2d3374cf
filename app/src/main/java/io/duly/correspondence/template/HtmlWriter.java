package io.duly.correspondence.template;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a message as an HTML document of its own: no script, form or address that would be fetched, so that nobody learns
 * when it is read; the one picture it may name, the sender's logo, comes with the mail. The sender's colour is that of one line; all others are left to the reader's program, so that it is
 * readable on dark and on light.
 */
final class HtmlWriter {
  private static final String CELL = "padding:4px 12px 4px 0;text-align:left;vertical-align:top";
  private static final String NUMBER = "padding:4px 0 4px 12px;text-align:right;vertical-align:top;white-space:nowrap;font-variant-numeric:tabular-nums";
  private static final String LINE = ";border-bottom:1px solid #8a8a8a";

  private final StringBuilder html = new StringBuilder();

  private HtmlWriter() {}

  static String document(Composed composed) {
    var writer = new HtmlWriter();
    writer.html.append("<!DOCTYPE html>\n<html lang=\"").append(composed.forms().locale().toLanguageTag()).append("\">\n<head>\n")
        .append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").append(escaped(composed.subject()))
        .append("</title>\n</head>\n<body style=\"margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5\">\n")
        .append("<div style=\"max-width:40em\">\n");
    writer.head(composed.occasion().sender());
    composed.pieces().forEach(writer::write);
    return writer.html.append("</div>\n</body>\n</html>\n").toString();
  }

  private void head(Sender sender) {
    html.append("<p style=\"margin:0 0 24px;padding:0 0 8px;border-bottom:3px solid ").append(sender.colour()).append(";font-weight:bold\">")
        .append(name(sender)).append("</p>\n");
  }

  /** The logo where there is one: it goes with the mail, and where it is not shown the name stands in its place. */
  private static String name(Sender sender) {
    var name = escaped(Plain.name(sender.name()));
    return sender.logo()
        .map(logo -> "<img src=\"" + MailLogos.address(logo) + "\" alt=\"" + name + "\" height=\"" + MailLogos.HEIGHT + "\" style=\"height:"
            + MailLogos.HEIGHT + "px;max-width:100%;background:#fff\">")
        .orElse(name);
  }

  private void write(Piece piece) {
    switch (piece) {
      case Piece.Paragraph one -> paragraph("<p>", one.runs());
      case Piece.Items list -> {
        html.append("<ul>\n");
        list.items().forEach(item -> html.append("<li>").append(runs(item)).append("</li>\n"));
        html.append("</ul>\n");
      }
      case Piece.Table table -> table(table);
      case Piece.Payment payment -> payment(payment);
      case Piece.Signature signature -> html.append("<p>").append(escaped(signature.closing())).append("</p>\n<p><strong>")
          .append(escaped(signature.name())).append("</strong><br>\n")
          .append(signature.lines().stream().map(HtmlWriter::escaped).collect(Collectors.joining("<br>\n"))).append("</p>\n");
      case Piece.Way way -> html.append("<p>").append(escaped(way.words())).append("<br>\n<a href=\"").append(escaped(way.address())).append("\">")
          .append(escaped(way.address())).append("</a>").append(way.code().map(code -> "<br>\n" + escaped(code)).orElse("")).append("</p>\n");
      case Piece.Notice notice -> html.append("<p style=\"font-size:13px\">").append(escaped(notice.text())).append("</p>\n");
    }
  }

  private void paragraph(String tag, List<Piece.Run> runs) {
    html.append(tag).append(runs(runs)).append("</p>\n");
  }

  private static String runs(List<Piece.Run> runs) {
    return runs.stream().map(HtmlWriter::run).collect(Collectors.joining());
  }

  private static String run(Piece.Run run) {
    var text = escaped(run.text()).replace("\n", "<br>\n");
    if (run.address().isPresent()) {
      return "<a href=\"" + escaped(run.address().get()) + "\">" + text + "</a>";
    }
    return run.strong() ? "<strong>" + text + "</strong>" : text;
  }

  private void table(Piece.Table table) {
    html.append("<table style=\"border-collapse:collapse;width:100%;margin:16px 0\">\n<caption style=\"text-align:left;font-weight:bold\">")
        .append(escaped(table.caption())).append("</caption>\n<thead><tr>");
    for (int at = 0; at < table.columns().size(); at++) {
      html.append("<th scope=\"col\" style=\"").append(at < table.numbersFrom() ? CELL : NUMBER).append(LINE).append("\">")
          .append(escaped(table.columns().get(at))).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    table.rows().forEach(row -> row(row, table.numbersFrom()));
    html.append("</tbody>\n");
    if (!table.totals().isEmpty()) {
      html.append("<tfoot>\n");
      for (int at = 0; at < table.totals().size(); at++) {
        total(table.totals().get(at), table.columns().size(), at == table.totals().size() - 1);
      }
      html.append("</tfoot>\n");
    }
    html.append("</table>\n");
  }

  private void row(List<String> row, int numbersFrom) {
    html.append("<tr>");
    for (int at = 0; at < row.size(); at++) {
      html.append(at == 0 ? "<th scope=\"row\" style=\"font-weight:normal;" : "<td style=\"")
          .append(at < numbersFrom ? CELL : NUMBER).append(LINE).append("\">").append(escaped(row.get(at))).append(at == 0 ? "</th>" : "</td>");
    }
    html.append("</tr>\n");
  }

  private void total(List<String> row, int columns, boolean last) {
    var weight = last ? ";font-weight:bold" : ";font-weight:normal";
    html.append("<tr><th scope=\"row\" colspan=\"").append(columns - 1).append("\" style=\"").append(CELL).append(weight).append("\">")
        .append(escaped(row.getFirst())).append("</th><td style=\"").append(NUMBER).append(weight).append("\">")
        .append(escaped(row.getLast())).append("</td></tr>\n");
  }

  private void payment(Piece.Payment payment) {
    html.append("<table style=\"border-collapse:collapse;margin:16px 0\">\n<caption style=\"text-align:left;font-weight:bold\">")
        .append(escaped(payment.caption())).append("</caption>\n<tbody>\n");
    for (var row : payment.rows()) {
      html.append("<tr><th scope=\"row\" style=\"font-weight:normal;").append(CELL).append("\">").append(escaped(row.getFirst()))
          .append("</th><td style=\"").append(CELL).append("\">").append(escaped(row.getLast())).append("</td></tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
  }
}
