package io.duly.portal;

import io.duly.invitations.Invited;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What was tried at the door, and when it is enough: for an address whoever it tries, for a debtor wherever it comes from. */
@Component
final class Knocks {
  /** How far back is looked. */
  static final Duration SPAN = Duration.ofMinutes(15);

  /** Failures from an address in that time; many households may share one. */
  static final int FROM_ADDRESS = 30;

  /** Codes and links that one debtor is sent in an hour, and in a day. */
  static final int SENT_IN_AN_HOUR = 5;

  static final int SENT_IN_A_DAY = 12;

  /** Wrong codes for one debtor in an hour, whoever types them. */
  static final int WRONG_IN_AN_HOUR = 15;

  /** What a debtor may tell us in an hour: more is a program. */
  static final int SAID_IN_AN_HOUR = 60;

  private final IdSource ids;
  private final InstantSource clock;

  Knocks(IdSource ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** What is noted. */
  enum What {
    OPENED,
    NOT_GOOD,
    CODE_SENT,
    CODE_RIGHT,
    CODE_WRONG,
    LINK_ASKED,
    LINK_SENT,
    SAID;

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  void note(DSLContext tx, What what, String address) {
    insert(tx, what, address, null, null);
  }

  void note(DSLContext tx, What what, String address, Invited about) {
    insert(tx, what, address, about.creditor().value(), about.debtor().value());
  }

  void said(DSLContext tx, String address, Visit visit) {
    insert(tx, What.SAID, address, visit.creditor().value(), visit.debtor().value());
  }

  /** Whether an address is not listened to for a while, for so much has failed from there. */
  boolean tooMany(DSLContext tx, String address) {
    return count(
            tx, "address = ? and what in ('not-good', 'code-wrong', 'link-asked') and at > ?::timestamptz", address, before(SPAN), FROM_ADDRESS)
        >= FROM_ADDRESS;
  }

  boolean mayBeSent(DSLContext tx, DebtorId debtor) {
    return of(tx, debtor, "('code-sent', 'link-sent')", Duration.ofHours(1), SENT_IN_AN_HOUR) < SENT_IN_AN_HOUR
        && of(tx, debtor, "('code-sent', 'link-sent')", Duration.ofDays(1), SENT_IN_A_DAY) < SENT_IN_A_DAY;
  }

  boolean guessed(DSLContext tx, DebtorId debtor) {
    return of(tx, debtor, "('code-wrong')", Duration.ofHours(1), WRONG_IN_AN_HOUR) >= WRONG_IN_AN_HOUR;
  }

  boolean maySay(DSLContext tx, DebtorId debtor) {
    return of(tx, debtor, "('said')", Duration.ofHours(1), SAID_IN_AN_HOUR) < SAID_IN_AN_HOUR;
  }

  private int of(DSLContext tx, DebtorId debtor, String what, Duration span, int most) {
    return count(tx, "debtor_id = ? and what in " + what + " and at > ?::timestamptz", debtor.value(), before(span), most);
  }

  private static int count(DSLContext tx, String where, Object of, Instant since, int most) {
    return tx.fetchSingle("select count(*)::int from (select from portal.knock where " + where + " limit " + most + ") k", of, Visits.at(since)).get(0, Integer.class);
  }

  private Instant before(Duration span) {
    return clock.instant().minus(span);
  }

  private void insert(DSLContext tx, What what, String address, @org.jspecify.annotations.Nullable UUID creditor, @org.jspecify.annotations.Nullable UUID debtor) {
    tx.execute(
        "insert into portal.knock (id, at, address, what, creditor_id, debtor_id) values (?, ?::timestamptz, ?, ?, ?, ?)",
        ids.next(), Visits.at(clock.instant()), Optional.of(address).map(one -> one.substring(0, Math.min(one.length(), 100))).orElse(""), what.word(),
        DSL.val(creditor, UUID.class), DSL.val(debtor, UUID.class));
  }
}
