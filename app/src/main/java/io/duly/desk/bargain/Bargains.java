package io.duly.desk.bargain;

import io.duly.agreements.Asked;
import io.duly.agreements.Bargainer;
import io.duly.agreements.Bargaining;
import io.duly.agreements.Options;
import io.duly.agreements.PaidBy;
import io.duly.agreements.Plans;
import io.duly.agreements.Promises;
import io.duly.calls.Field;
import io.duly.calls.NoOffer;
import io.duly.calls.Offers;
import io.duly.calls.Sheet;
import io.duly.cases.CaseHead;
import io.duly.desk.page.Reader;
import io.duly.plans.BankDay;
import io.duly.plans.Ladder;
import io.duly.plans.Valued;
import io.duly.settlements.Settlements;
import io.duly.talk.BankDays;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Works out the options in a case for whoever is asking, and what was typed comes to. */
@Component
public final class Bargains {
  private final Options options;
  private final Bargaining bargaining;
  private final Promises promises;
  private final Plans plans;
  private final Settlements settlements;

  Bargains(Options options, Bargaining bargaining, Promises promises, Plans plans, Settlements settlements) {
    this.options = options;
    this.bargaining = bargaining;
    this.promises = promises;
    this.plans = plans;
    this.settlements = settlements;
  }

  /** @param days on which the debtor's bank works */
  public Bargain of(DSLContext tx, CaseHead head, Sheet sheet, Reader reader, BankDays days) {
    var asked = options.asked(tx, head, reader.today());
    var who = Bargainer.ofRole(reader.person().orElseThrow().role().code());
    var facts = options.facts(tx, head, plans.due(tx, head.id(), reader.today()), who, settlements.ground(tx, head.id(), reader.today()).isPresent(), reader.today(), BankDay.among(days));
    return bargain(tx, head, sheet, reader, asked, who, facts);
  }

  private Bargain bargain(DSLContext tx, CaseHead head, Sheet sheet, Reader reader, Asked asked, Bargainer who, Ladder.Facts facts) {
    Optional<Valued> typed = Optional.empty();
    Optional<String> problem = Optional.empty();
    try {
      typed = Offers.of(sheet, facts, text -> reader.typed(text, head.currency()))
          .map(offer -> Valued.of(offer, facts.annualPercent(), facts.reliability(), facts.authority(), facts.today()));
    } catch (NoOffer no) {
      problem = Optional.of(no.word());
    }
    return new Bargain(
        asked, bargaining.of(tx, head.creditor()), who, promises.trackRecord(tx, head.debtor()), facts, steps(Ladder.of(facts), refused(sheet)), typed, problem, paidBy(sheet));
  }

  private static List<Bargain.Step> steps(Ladder ladder, Set<String> refused) {
    var next = ladder.suggested(refused);
    return ladder.steps().stream().map(one -> new Bargain.Step(one, refused.contains(one.offer().word()), next.filter(one::equals).isPresent())).toList();
  }

  private static Set<String> refused(Sheet sheet) {
    return new HashSet<>(List.of(sheet.typed(Field.REFUSED).split(" ", -1)));
  }

  private static PaidBy paidBy(Sheet sheet) {
    return sheet.text(Field.PAID_BY)
        .flatMap(word -> Arrays.stream(PaidBy.values()).filter(one -> one.word().equals(word)).findFirst())
        .orElse(PaidBy.TRANSFER);
  }

  /**
   * What a button beside an option does to the sheet: {@code take:}, {@code refuse:} or {@code again:} and the word of the option. What is none of that
   * changes nothing.
   */
  public static Sheet pressed(Sheet sheet, String button, Bargain bargain) {
    var at = button.indexOf(':');
    var word = button.substring(at + 1);
    var step = bargain.steps().stream().filter(one -> one.word().equals(word)).findFirst();
    if (at < 0 || step.isEmpty()) {
      return sheet;
    }
    return switch (button.substring(0, at)) {
      case "take" -> Offers.taken(sheet, step.get().valued().offer(), bargain.facts().today());
      case "refuse" -> withRefused(sheet, word, true);
      case "again" -> withRefused(sheet, word, false);
      default -> sheet;
    };
  }

  private static Sheet withRefused(Sheet sheet, String word, boolean is) {
    var all = new TreeSet<>(refused(sheet));
    all.remove("");
    if (is) {
      all.add(word);
    } else {
      all.remove(word);
    }
    return sheet.with(Map.of(Field.REFUSED, String.join(" ", all)));
  }
}
