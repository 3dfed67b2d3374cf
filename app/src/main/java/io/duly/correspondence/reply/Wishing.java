package io.duly.correspondence.reply;

import io.duly.cases.Recorded;
import io.duly.correspondence.DebtorWishes;
import io.duly.correspondence.Wish;
import io.duly.correspondence.WishLine;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Stop;
import io.duly.wording.StopWish;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Honours what a reply says of being left alone: in every queue, in the transaction in which it is taken in. */
@Component
final class Wishing {
  private static final String OF_REPLY =
      "select r.wish_id from correspondence.reply_wish r where r.reply_id = ?";

  private final DebtorWishes wishes;

  Wishing(DebtorWishes wishes) {
    this.wishes = wishes;
  }

  /** @param words that say so; a person confirms or corrects it */
  void honour(DSLContext tx, Whose whose, UUID reply, List<StopWish> said, String words, Recorded by) {
    var received = by.occurredAt();
    List<Wish> all = said.stream().<Wish>map(wish -> new Wish.Stop(stop(wish, received))).toList();
    var made = wishes.state(tx, whose.debtor(), all, words, received, by).wishes().stream().map(WishLine::id).toArray(UUID[]::new);
    tx.execute("insert into correspondence.reply_wish (reply_id, wish_id) select ?, unnest(?::uuid[])", reply, made);
  }

  /** The wishes of a reply were not meant so. */
  void takeBack(DSLContext tx, Whose whose, UUID reply, Recorded by) {
    var made = tx.fetch(OF_REPLY, reply).map(row -> row.get(0, UUID.class));
    var inForce = wishes.of(tx, whose.debtor()).stream().filter(WishLine::isInForce).map(WishLine::id).collect(Collectors.toSet());
    made.stream().filter(inForce::contains).forEach(wish -> wishes.end(tx, whose.debtor(), wish, "the reply was read: it was not meant so", by));
  }

  /** Somebody speaks for the debtor. */
  void represented(DSLContext tx, Whose whose, String representative, String words, Recorded by) {
    wishes.state(tx, whose.debtor(), List.of(new Wish.Represented(representative)), words, by.occurredAt(), by);
  }

  /** A letter has no workplace until somebody says so: what is known as the address is where letters go. */
  private static Stop stop(StopWish wish, Instant received) {
    return switch (wish) {
      case ALL -> Stop.everything(received);
      case LETTERS_ONLY -> by(received, EnumSet.complementOf(EnumSet.of(Channel.LETTER)), Optional.empty());
      case EMAIL_ONLY -> by(received, EnumSet.complementOf(EnumSet.of(Channel.EMAIL)), Optional.empty());
      case NOT_AT_WORK -> by(received, EnumSet.of(Channel.CALL, Channel.VISIT), Optional.of(Place.WORK));
      case NO_CALLS -> Stop.by(received, Channel.CALL);
      case NO_TEXTS -> Stop.by(received, Channel.SMS);
      case NO_EMAILS -> Stop.by(received, Channel.EMAIL);
    };
  }

  private static Stop by(Instant received, Set<Channel> channels, Optional<Place> place) {
    return new Stop(received, channels, place, Optional.empty());
  }
}
