package io.duly.calls;

import io.duly.approvals.AgreedOffers;
import io.duly.approvals.FurtherOffers;
import io.duly.approvals.OfferText;
import io.duly.cases.CannotRecord;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.cases.Recorded;
import io.duly.correspondence.DebtorWishes;
import io.duly.correspondence.Recaps;
import io.duly.correspondence.Wish;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Stop;
import io.duly.talk.NextStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Records what the debtor said and agreed to. */
@Component
final class Said {
  private final Reasons reasons;
  private final AgreedOffers agreed;
  private final FurtherOffers further;
  private final DebtorWishes wishes;
  private final Recaps recaps;

  Said(Reasons reasons, AgreedOffers agreed, FurtherOffers further, DebtorWishes wishes, Recaps recaps) {
    this.reasons = reasons;
    this.agreed = agreed;
    this.further = further;
    this.wishes = wishes;
    this.recaps = recaps;
  }

  void record(DSLContext tx, Call call, Finish end, Recorded then) {
    reason(tx, call, end, then);
    end.agreed().ifPresent(one -> agreement(tx, call, one, end.sheet(), then));
    wishes(tx, call, end.sheet(), then);
  }

  private void reason(DSLContext tx, Call call, Finish end, Recorded then) {
    var sheet = end.sheet();
    var category = sheet.text(Field.CATEGORY).map(Said::category);
    var words = sheet.text(Field.WORDS);
    if (category.isPresent() && words.isEmpty()) {
      throw new CannotRecord("Write down what the debtor said, in their own words.");
    }
    if (category.isPresent()) {
      var checkBy = end.next() == NextStep.VERIFY ? end.nextOn() : then.on().plusDays(3);
      reasons.record(tx, call.recovery(), category.get(), words.get(), sheet.text(Field.ASK), checkBy, then);
    } else if (end.next() == NextStep.VERIFY) {
      throw new CannotRecord("To check a reason, say which it is: choose what their words mean.");
    }
  }

  private static ReasonCategory category(String word) {
    try {
      return ReasonCategory.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException no) {
      throw new CannotRecord("Choose what their words mean from the list.");
    }
  }

  /** What goes further than the caller may is put before somebody who may; only then it holds. */
  private void agreement(DSLContext tx, Call call, Finish.Agreement one, Sheet sheet, Recorded then) {
    if (!one.goesFurther()) {
      agreed.record(tx, call.recovery(), one.agreed(), sheet.typed(Field.OFFER_WHY).strip(), then.actor(), then);
      if (sheet.ticked(Field.RECAP)) {
        recaps.planWherePossible(tx, call.recovery(), Recorded.by(then.actor(), then.on(), then.recordedAt()));
      }
      return;
    }
    var why = sheet.text(Field.OFFER_WHY).orElseThrow(() -> new CannotRecord("It goes further than you may agree to: write why somebody else should say yes."));
    var now = Recorded.by(then.actor(), then.on(), then.recordedAt());
    further.propose(tx, call.recovery(), new OfferText.Offered(one.agreed(), one.valued(), why, then.on()), call.caller().id(), "", now);
  }

  private void wishes(DSLContext tx, Call call, Sheet sheet, Recorded then) {
    var all = wished(sheet, then.recordedAt());
    if (!all.isEmpty()) {
      var words = sheet.text(Field.WORDS).or(() -> sheet.text(Field.NOTE)).orElseThrow(() -> new CannotRecord("Write down the wish in the debtor's own words."));
      wishes.state(tx, call.debtor(), all, words, then.recordedAt(), Recorded.by(then.actor(), then.on(), then.recordedAt()));
    }
  }

  private static List<Wish> wished(Sheet sheet, Instant now) {
    var all = new ArrayList<Wish>();
    if (sheet.ticked(Field.LETTERS_ONLY)) {
      all.add(new Wish.Stop(new Stop(now, EnumSet.complementOf(EnumSet.of(Channel.LETTER)), Optional.empty(), Optional.empty())));
    }
    if (sheet.ticked(Field.NOT_AT_WORK)) {
      all.add(new Wish.Stop(new Stop(now, Set.of(), Optional.of(Place.WORK), Optional.empty())));
    }
    if (sheet.ticked(Field.NO_CALLS) && !sheet.ticked(Field.LETTERS_ONLY)) {
      all.add(new Wish.Stop(Stop.by(now, Channel.CALL)));
    }
    if (sheet.ticked(Field.STOP)) {
      all.add(new Wish.Stop(Stop.everything(now)));
    }
    return all;
  }
}
