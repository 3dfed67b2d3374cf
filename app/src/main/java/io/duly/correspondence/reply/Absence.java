package io.duly.correspondence.reply;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an automatic answer says of somebody's absence, in its own words; nothing is done because of it.
 *
 * @param backOn the sentence that says when they are back
 * @param substitute the sentence that says whom to ask meanwhile
 */
record Absence(Optional<String> backOn, Optional<String> substitute) {
  private static final int MOST = 300;
  private static final Pattern SENTENCE = Pattern.compile("[^\\n.!?]{3,300}(?:\\.(?=\\w)[^\\n.!?]{1,100}){0,6}");
  private static final Pattern BACK =
      Pattern.compile(
          "(?iu)\\b(?:back|return(?:ing)?|until|away|zurück|wieder|bis|retour|jusqu|terug|tot|regreso|vuelta|hasta|volver[ée])\\b.*\\b(?:\\d{1,2}|monday|montag|lundi|maandag|lunes)");
  private static final Pattern WHOM =
      Pattern.compile("(?iu)(?:contact|wenden|vertret|contacter|adresse[rz]|wend|contacte|diríjase|urgent|dringend).*(?:@|\\+?\\d[\\d /-]{5,}|\\bmr|\\bms|\\bfrau|\\bherr|\\bmevrouw|\\bmadame|\\bseñor|colleague|kolleg)");

  static Absence in(String words) {
    Optional<String> back = Optional.empty();
    Optional<String> whom = Optional.empty();
    var sentences = SENTENCE.matcher(words.substring(0, Math.min(words.length(), 5_000)));
    while (sentences.find()) {
      var sentence = Plain.line(sentences.group(), MOST);
      back = back.or(() -> Optional.of(sentence).filter(text -> BACK.matcher(text).find()));
      whom = whom.or(() -> Optional.of(sentence).filter(text -> WHOM.matcher(text).find()));
    }
    return new Absence(back, whom);
  }
}
