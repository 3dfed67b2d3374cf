package io.duly.rules.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The question: may this debtor be reached so, for that. */
record Asked(ContactFacts facts, Reach reach, Purpose purpose, Holidays calendar) {
  private static final int CONSENT_DAYS = 7;

  Channel channel() {
    return reach.channel();
  }

  boolean isHoliday(LocalDate day) {
    return facts.jurisdictions().stream().anyMatch(place -> calendar.on(place, day));
  }

  /** The debtor wrote or called by this channel today, and nothing went back by it since. */
  boolean mayReply(ZoneId zone, Instant at) {
    return purpose == Purpose.REPLY
        && facts.history().stream()
            .anyMatch(
                contact ->
                    !contact.outgoing()
                        && contact.channel() == channel()
                        && !contact.at().isAfter(at)
                        && LocalDate.ofInstant(contact.at(), zone)
                            .equals(LocalDate.ofInstant(at, zone))
                        && !answered(contact.at(), at));
  }

  private boolean answered(Instant said, Instant at) {
    return facts.history().stream()
        .anyMatch(
            contact ->
                contact.outgoing()
                    && contact.channel() == channel()
                    && contact.at().isAfter(said)
                    && !contact.at().isAfter(at));
  }

  /** The debtor asked to be reached so; the day of asking is the first of seven. A talk uses it up. */
  boolean isConsented(Channel by, ZoneId zone, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    return facts.wishes().consents().stream()
        .anyMatch(
            consent ->
                consent.channel() == by
                    && !consent.given().isAfter(at)
                    && day.isBefore(LocalDate.ofInstant(consent.given(), zone).plusDays(CONSENT_DAYS))
                    && !talked(consent.given(), at));
  }

  private boolean talked(Instant after, Instant before) {
    return facts.history().stream()
        .anyMatch(
            contact ->
                contact.kind() == ContactKind.CONVERSATION
                    && contact.at().isAfter(after)
                    && contact.at().isBefore(before));
  }
}
