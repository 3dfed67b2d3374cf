package io.duly.wording;

import java.util.regex.Pattern;

/** What somebody wrote, without what they answer to: our own words, quoted below theirs, say nothing about them. */
final class OwnWords {
  private static final Pattern BEGIN_OF_QUOTED =
      Pattern.compile(
          "(?im)^(?:"
              + "[ \\t]*-{2,}[ \\t]*(?:original|urspr|message d|oorspronkelijk|mensaje original|forwarded|weitergeleitet|transf|doorgestuurd|reenviado).*"
              + "|[ \\t]*(?:on|am|le|op|el)\\b.{4,200}?(?:wrote|schrieb|a écrit|schreef|escribió)[^\\n]{0,120}:[ \\t]*"
              + "|[ \\t]*(?:from|von|de|van)[ \\t]*:.*\\R[ \\t]*(?:sent|gesendet|envoyé|verzonden|enviado|to|an|à|aan|para|date|datum)[ \\t]*:.*"
              + "|_{10,}[ \\t]*"
              + ")$");
  private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^[ \\t]*>.*$");

  private OwnWords() {}

  /** The same text, of the same length, with blanks in place of what is quoted. */
  static String of(String reply) {
    var begin = BEGIN_OF_QUOTED.matcher(reply);
    String own = begin.find() && !reply.substring(0, begin.start()).isBlank() ? kept(reply, begin.start()) : reply;
    return QUOTED_LINE.matcher(own).replaceAll(line -> " ".repeat(line.group().length()));
  }

  private static String kept(String reply, int end) {
    return reply.substring(0, end) + " ".repeat(reply.length() - end);
  }
}
