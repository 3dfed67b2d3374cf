package io.duly.correspondence.sending;

import io.duly.correspondence.ContactClaim;
import io.duly.correspondence.ContactSlots;
import io.duly.kernel.IdSource;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.ContactKind;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes the debtor's contact of the day for a message, once for all its attempts of that day. */
@Component
final class Slots {
  private final ContactSlots slots;
  private final IdSource ids;

  Slots(ContactSlots slots, IdSource ids) {
    this.slots = slots;
    this.ids = ids;
  }

  sealed interface Slot {}

  /** @param day the debtor's */
  record Claimed(UUID contact, LocalDate day) implements Slot {}

  /** @param next empty where no time is known at which it may be */
  record Refused(String why, Optional<Instant> next) implements Slot {}

  Slot claim(DSLContext tx, Waiting message, Optional<String> address, Moment at) {
    var channel = Channel.valueOf(message.send().channel().name());
    var claim =
        new ContactClaim(
            ids.next(), message.debtor(), Optional.of(message.recovery()), reach(channel, address), Purpose.CHASE, ContactKind.WRITTEN,
            at.now(), Optional.of(message.id()), Optional.empty());
    var answer = message.tries() == 0 ? slots.claim(tx, claim) : slots.claimAgain(tx, claim);
    return switch (answer) {
      case Answer.Allowed _ -> claimed(tx, message, claim.id());
      case Answer.Refused refused -> new Refused(why(refused), refused.nextAllowed());
    };
  }

  /** A letter goes to the debtor's own address: not to a place where they only work. */
  private static Reach reach(Channel channel, Optional<String> address) {
    var reach = channel == Channel.LETTER ? Reach.by(channel).at(Place.HOME) : Reach.by(channel);
    return address.map(reach::to).orElse(reach);
  }

  /** The line that was written now, or the one that an earlier attempt of the same day wrote. */
  private static Claimed claimed(DSLContext tx, Waiting message, UUID made) {
    var line =
        tx.fetchSingle(
            "select id, day from correspondence.contact where message_id = ? order by (id = ?) desc, at desc limit 1", message.id().value(), made);
    return new Claimed(line.get("id", UUID.class), line.get("day", LocalDate.class));
  }

  private static String why(Answer.Refused refused) {
    return refused.reasons().stream()
        .map(reason -> reason.basis().id() + ": " + reason.why())
        .collect(Collectors.joining("; "));
  }
}
