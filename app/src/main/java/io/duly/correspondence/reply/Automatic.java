package io.duly.correspondence.reply;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether a machine answered: by what RFC 3834 and its forerunners say so, by the subject as a last resort. */
final class Automatic {
  private static final Set<String> PRECEDENCE = Set.of("bulk", "junk", "list", "auto_reply", "auto-reply");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?iu)^\\s*(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response)|autoreply|out of (?:the )?office|abwesenheits(?:notiz|meldung|nachricht|assistent)?\\b|automatische antwort|"
              + "réponse automatique|absence du bureau|automatisch antwoord|automatische reactie|afwezig(?:heid)?|respuesta automática|fuera de (?:la )?oficina)");

  private Automatic() {}

  static boolean is(Headers headers, String subject) {
    return headers.word("Auto-Submitted").filter(word -> !word.equals("no")).isPresent()
        || saysYes(headers, "X-Autoreply")
        || saysYes(headers, "X-Autorespond")
        || saysYes(headers, "X-Autoresponder")
        || headers.word("X-Auto-Reply").isPresent()
        || headers.word("Precedence").filter(PRECEDENCE::contains).isPresent()
        || headers.first("Return-Path").map(String::strip).filter("<>"::equals).isPresent()
        || SUBJECT.matcher(subject).find();
  }

  private static boolean saysYes(Headers headers, String name) {
    return headers.word(name).filter(word -> !word.equals("no")).isPresent();
  }
}
