package io.duly.desk.writing;

import io.duly.correspondence.sending.HandWriting.Draft;
import io.duly.correspondence.template.HandWritten;
import io.duly.kernel.CaseId;
import io.duly.kernel.InvoiceId;
import io.duly.strategy.Channel;
import io.duly.wording.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What stands in the editor.
 *
 * @param channel {@code email}, {@code letter} or {@code sms}
 * @param language ISO 639-1
 * @param invoice ids of those that it is about
 * @param asks whether it asks for their open amounts
 */
public record Sheet(Optional<String> channel, Optional<String> language, Optional<String> subject, Optional<String> text, Optional<List<UUID>> invoice, Optional<Boolean> asks) {
  static final List<String> CHANNELS = List.of("email", "letter", "sms");
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_TEXT = 10_000;

  /** As the editor may hold it: nothing that was made up, nothing too long. */
  public Sheet {
    channel = channel.filter(CHANNELS::contains).or(() -> Optional.of("email"));
    language = language.flatMap(Language::of).map(Language::code).or(() -> Optional.of("en"));
    subject = subject.map(words -> cut(words.replaceAll("\\s+", " "), LONGEST_SUBJECT)).or(() -> Optional.of(""));
    text = text.map(words -> cut(words.replace("\r\n", "\n").replace("\0", ""), LONGEST_TEXT)).or(() -> Optional.of(""));
    invoice = Optional.of(invoice.map(all -> all.stream().distinct().limit(200).toList()).orElse(List.of()));
    asks = Optional.of(asks.orElse(false));
  }

  private static String cut(String words, int most) {
    return words.substring(0, Math.min(words.length(), most));
  }

  public boolean isAbout(InvoiceId id) {
    return invoice.orElseThrow().contains(id.value());
  }

  public boolean isSms() {
    return channel.orElseThrow().equals("sms");
  }

  /** Where the text begins in what is read: behind the subject and two line ends. */
  public int draftOffset() {
    return (isSms() ? 0 : subject.orElseThrow().length()) + 2;
  }

  Draft draft(CaseId recovery) {
    var about = invoice.orElseThrow().stream().map(InvoiceId::new).collect(Collectors.toSet());
    return new Draft(
        recovery, Channel.valueOf(channel.orElseThrow().toUpperCase(Locale.ROOT)), Language.of(language.orElseThrow()).orElseThrow(),
        new HandWritten(isSms() ? "" : subject.orElseThrow(), text.orElseThrow(), about), asks.orElseThrow());
  }
}
