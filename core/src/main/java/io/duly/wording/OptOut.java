package io.duly.wording;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a text tells its reader how to get no more of the same, as 12 CFR 1006.6(e) wants of every e-mail and text
 * message of who collects consumer debts for another: clear, for that address or number, free, and asking for nothing but the
 * preference. English and Spanish.
 */
public final class OptOut {
  /** Somewhere in a sentence: what is done, and that it ends further messages. */
  private static final Pattern WAY =
      Pattern.compile(
          "(\\b(reply|replying|respond|responding|text|texting|write|answer|click|responda|respondiendo|escriba|conteste|haga clic)\\b[^.!?]{0,140}"
              + "\\b(stop|opt[- ]?out|unsubscribe|no (more|further|longer)|baja|no recibir|dejar de recibir|alto)\\b)"
              + "|(\\b(opt[- ]?out|unsubscribe|stop receiving|dejar de recibir|darse de baja)\\b[^.!?]{0,140}"
              + "\\b(reply|replying|respond|responding|word|click|link|subject|responda|respondiendo|palabra|asunto)\\b)");
  private static final Pattern WHAT =
      Pattern.compile("\\b(texts?|messages?|e-?mails?|communications?|number|address|mensajes?|correos?|n[uú]mero|direcci[oó]n)\\b");
  /** More than the preference and the address is asked for. */
  private static final Pattern TOO_MUCH =
      Pattern.compile(
          "\\b(fee|charge|cost|pay|payment|password|account number|social security|date of birth|call us|phone us|form|reason|identif\\w*"
              + "|tarifa|pagar?|pago|contrase\\w*|llam\\w*|motivo|formulario)\\b");

  private OptOut() {}

  /** Whether one of its sentences does. */
  public static boolean isIn(String text) {
    return Pattern.compile("[.!?\\n]+\\s*").splitAsStream(text.toLowerCase(Locale.ROOT)).anyMatch(OptOut::tells);
  }

  private static boolean tells(String sentence) {
    return WAY.matcher(sentence).find() && WHAT.matcher(sentence).find() && !TOO_MUCH.matcher(sentence).find();
  }
}
