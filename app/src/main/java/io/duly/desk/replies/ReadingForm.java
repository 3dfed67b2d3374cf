package io.duly.desk.replies;

import io.duly.cases.CannotRecord;
import io.duly.cases.ReasonCategory;
import io.duly.correspondence.reply.Follow;
import io.duly.correspondence.reply.Settlement;
import io.duly.desk.page.Reader;
import io.duly.kernel.Money;
import io.duly.wording.ReplyMeaning;
import io.duly.wording.StopWish;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.MultiValueMap;

/** What a person filled in after reading a reply. */
record ReadingForm(Reader reader, MultiValueMap<String, String> form) {
  private static final int DAYS_TO_LOOK = 5;

  /** @throws CannotRecord where something of it cannot be read; the message says what */
  Settlement settlement(Optional<Currency> currency) {
    return new Settlement(
        all("as").stream().filter(word -> !word.equals("nothing")).map(word -> known(ReplyMeaning.class, word)).toList(), text("words").orElse(""), follows(currency));
  }

  private List<Follow> follows(Optional<Currency> currency) {
    var follows = new ArrayList<Follow>();
    var words = text("words").orElse("");
    text("dispute").ifPresent(invoice -> follows.add(new Follow.Contest(invoice, amount("dispute-amount", currency), words)));
    text("promise-due").ifPresent(due -> follows.add(new Follow.Promised(amount("promise-amount", currency).orElseThrow(says("replies.no-amount")), day(due))));
    text("reason").ifPresent(reason -> follows.add(new Follow.Because(known(ReasonCategory.class, reason))));
    if (ticked("paid")) {
      follows.add(new Follow.LookForPayment(DAYS_TO_LOOK));
    }
    if (ticked("hardship")) {
      follows.add(new Follow.Hardship(text("hardship-until").map(this::day)));
    }
    if (ticked("insolvent")) {
      follows.add(new Follow.Insolvent());
    }
    text("represented-by").ifPresent(name -> follows.add(new Follow.Represented(name)));
    if (ticked("other-wishes")) {
      follows.add(new Follow.Wishes(all("wish").stream().map(word -> known(StopWish.class, word)).toList()));
    }
    if (ticked("wrong-person")) {
      follows.add(new Follow.WrongPerson());
    }
    text("answer").ifPresent(what -> follows.add(new Follow.Answer(what)));
    return follows;
  }

  private Optional<Money> amount(String name, Optional<Currency> currency) {
    return text(name).map(typed -> currency.flatMap(one -> reader.typed(typed, one)).orElseThrow(says("replies.no-amount")));
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw says("replies.no-day").get();
    }
  }

  private Supplier<CannotRecord> says(String key) {
    return () -> new CannotRecord(reader.say(key));
  }

  private <E extends Enum<E>> E known(Class<E> type, String word) {
    try {
      return Enum.valueOf(type, word.toUpperCase(java.util.Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new CannotRecord(reader.say("replies.unknown"));
    }
  }

  private boolean ticked(String name) {
    return form.containsKey(name);
  }

  private Optional<String> text(String name) {
    return ReplyActions.text(form, name);
  }

  private List<String> all(String name) {
    return form.getOrDefault(name, List.of());
  }
}
