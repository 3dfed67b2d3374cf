package io.duly.correspondence.reply;

import java.util.regex.Pattern;

/** Text of strangers as the database can keep it and a person can read it. */
final class Plain {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
  private static final Pattern HALVES = Pattern.compile("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  private Plain() {}

  /** One line of at most so many signs. */
  static String line(String text, int most) {
    var shortened = cut(text, most * 4);
    return cut(whole(CONTROLS.matcher(shortened).replaceAll(" ").strip()), most);
  }

  /** Lines ended by {@code \n}, without signs that nobody sees or that turn the direction of reading. */
  static String lines(String text, int most) {
    var shortened = cut(text, most * 2).replace("\r\n", "\n").replace('\r', '\n');
    return cut(whole(UNSEEN.matcher(shortened).replaceAll("")), most).strip();
  }

  private static String whole(String text) {
    return HALVES.matcher(text).replaceAll("\uFFFD");
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
