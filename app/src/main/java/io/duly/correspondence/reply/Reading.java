package io.duly.correspondence.reply;

import io.duly.wording.ReplyMeaning;
import io.duly.wording.ReplyReading;
import io.duly.wording.ReplySuggestion;
import io.duly.wording.StopReading;
import io.duly.wording.StopSuggestion;
import io.duly.wording.StopWish;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a text may be saying: a suggestion for the person who reads it.
 *
 * @param wishes how far somebody seems to wish to be left alone
 */
record Reading(List<ReplySuggestion> meanings, List<StopSuggestion> wishes) {
  /** The subject of an answer is mostly our own. */
  private static final Pattern OURS = Pattern.compile("(?iu)^\\s*(?:re|aw|antw|antwort|sv|fwd?|wg|tr|rv|doorst)\\s*(?:\\[\\d+])?\\s*:");

  private static final Set<ReplyMeaning> PRESSING =
      EnumSet.of(
          ReplyMeaning.DANGER, ReplyMeaning.DECEASED, ReplyMeaning.REPRESENTED, ReplyMeaning.INSOLVENCY, ReplyMeaning.HARDSHIP);
  private static final Set<ReplyMeaning> MORE_THAN_ABSENCE =
      EnumSet.of(
          ReplyMeaning.DANGER, ReplyMeaning.DECEASED, ReplyMeaning.REPRESENTED, ReplyMeaning.INSOLVENCY, ReplyMeaning.WRONG_PERSON);

  static Reading of(ReadMail mail) {
    var text = (OURS.matcher(mail.subject()).find() ? "" : mail.subject() + ".\n\n") + mail.words();
    return switch (mail.kind()) {
      case REPLY -> new Reading(ReplyReading.of(text), StopReading.of(text));
      case AUTOMATIC, UNREADABLE -> new Reading(ReplyReading.of(text), List.of());
      case COMPLAINT -> new Reading(List.of(), List.of(new StopSuggestion(StopWish.NO_EMAILS, "a complaint about our message")));
      case DELIVERY_REPORT -> new Reading(List.of(), List.of());
    };
  }

  boolean isUrgent() {
    return meanings.stream().map(ReplySuggestion::meaning).anyMatch(PRESSING::contains);
  }

  /** Whether an automatic answer says what a person has to know. */
  boolean saysMoreThanAbsence() {
    return meanings.stream().map(ReplySuggestion::meaning).anyMatch(MORE_THAN_ABSENCE::contains);
  }

  /** As a sentence has it: {@code says paid, disputes}; empty where nothing known is said. */
  String inWords() {
    return meanings.stream().map(one -> word(one.meaning()).replace('_', ' ')).collect(Collectors.joining(", "));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
