package io.duly.correspondence.sending;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.template.Discretion;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Messages;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.MessageId;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import io.duly.strategy.Channel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Asks how the right person is reached, where a number was somebody else's or none is known. The message names neither amount, invoice nor
 * debt, for a stranger may open it (P10). It waits in the same queue as all others and takes the debtor's one contact of a day.
 */
@Component
public final class ContactRequests {
  private static final int DAYS_TO_ANSWER = 14;
  private static final String ASKED =
      """
      select max(coalesce(sent_on, planned_on)) from correspondence.message
       where debtor_id = ? and purpose = 'contact' and state <> 'withdrawn' and coalesce(sent_on, planned_on) > ?::date
      """;
  private static final String REFUSED = "select exists (select from parties.contact_person where debtor_id = ? and ? = any (refused_channels))";
  private static final String FREE_DAY =
      """
      select min(d)::date from generate_series(?::date, ?::date + 30, interval '1 day') d
       where not exists (select from correspondence.message m where m.debtor_id = ? and m.planned_on = d::date and m.state <> 'withdrawn')
         and not exists (select from correspondence.contact c where c.debtor_id = ? and c.day = d::date and c.direction = 'out')
      """;
  private static final String INSERT =
      """
      insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, purpose,
          planned_on, currency, invoice_ids, amounts)
      values (?, ?, ?, ?, ?, ?, ?, 'friendly', ?, 'checked', 'contact', ?::date, ?, '{}', '{}')
      """;

  private final CaseJournal cases;
  private final Messages messages;
  private final LetterPacking letters;
  private final Senders senders;
  private final ContactPermission permission;
  private final IdSource ids;

  ContactRequests(CaseJournal cases, Messages messages, LetterPacking letters, Senders senders, ContactPermission permission, IdSource ids) {
    this.cases = cases;
    this.messages = messages;
    this.letters = letters;
    this.senders = senders;
    this.permission = permission;
    this.ids = ids;
  }

  /** @param plannedOn the first day on which it may go */
  public record Planned(MessageId message, Channel channel, LocalDate plannedOn) {}

  /** When it was asked, or will be, where no answer can be expected to be late yet. */
  public Optional<LocalDate> asked(DSLContext tx, DebtorId debtor, LocalDate today) {
    return Optional.ofNullable(tx.fetchSingle(ASKED, debtor.value(), today.minusDays(DAYS_TO_ANSWER)).get(0, LocalDate.class));
  }

  /** By which ways it can be asked, a letter first; an e-mail whose sender tells what the business is would tell whoever reads it. */
  public List<Channel> ways(DSLContext tx, CaseHead head) {
    var ways = new ArrayList<Channel>();
    if (letters.address(tx, head.debtor()).isPresent() && !refused(tx, head.debtor(), Channel.LETTER)) {
      ways.add(Channel.LETTER);
    }
    boolean quiet = senders.of(tx, head.creditor()).filter(one -> !Discretion.tells(one.displayName()) && !Discretion.tells(one.address())).isPresent();
    if (quiet && Addressees.byEmail(tx, head.debtor()).isPresent()) {
      ways.add(Channel.EMAIL);
    }
    return List.copyOf(ways);
  }

  private static boolean refused(DSLContext tx, DebtorId debtor, Channel channel) {
    return tx.fetchSingle(REFUSED, debtor.value(), word(channel)).get(0, Boolean.class);
  }

  /**
   * Has it asked.
   *
   * @param wanted the way; empty: the first there is
   * @throws CannotRecord where the case is closed, it was asked lately, no way is left, or the debtor may not be written to by it
   */
  public Planned plan(DSLContext tx, CaseId recovery, Optional<Channel> wanted, Recorded by) {
    var head = cases.open(tx, recovery);
    cases.locked(tx, List.of(head.id()));
    asked(tx, head.debtor(), by.on()).ifPresent(on -> {
      throw new CannotRecord("They are asked already how they are reached, on " + on + ". Wait for the answer.");
    });
    var ways = ways(tx, head);
    var way = wanted.map(one -> ways.stream().filter(one::equals).findFirst()).orElseGet(() -> ways.stream().findFirst())
        .orElseThrow(() -> new CannotRecord("There is no address that it could be asked by. Find one first."));
    requireAllowed(tx, head, way, by);
    var day = Optional.ofNullable(tx.fetchSingle(FREE_DAY, by.on(), by.on(), head.debtor().value(), head.debtor().value()).get(0, LocalDate.class))
        .orElseThrow(() -> new CannotRecord("A message to this debtor is planned for each of the coming days; withdraw one first."));
    return insert(tx, head, way, day, by);
  }

  private void requireAllowed(DSLContext tx, CaseHead head, Channel way, Recorded by) {
    var reach = Reach.by(io.duly.rules.contact.Channel.valueOf(way.name()));
    if (permission.ask(tx, head.debtor(), Optional.of(head.id()), reach, Purpose.CHASE, by.recordedAt()) instanceof Answer.Refused no && no.nextAllowed().isEmpty()) {
      throw new CannotRecord("They may not be written to: " + no.reasons().getFirst().why() + ".");
    }
  }

  private Planned insert(DSLContext tx, CaseHead head, Channel way, LocalDate day, Recorded by) {
    var id = ids.next();
    var kind = Kind.CONTACT_REQUEST.word();
    tx.execute(
        INSERT, id, head.creditor().value(), head.debtor().value(), head.id().value(), word(way), kind, kind, messages.language(tx, head.id()).code(), day,
        head.currency().getCurrencyCode());
    var facts = Map.of("message", id.toString(), "channel", word(way), "plannedOn", day.toString());
    cases.write(tx, List.of(head), "contact-asked", "A better contact is asked for by " + word(way) + ", planned for " + day + "; nothing in it names a debt.", facts, by);
    return new Planned(new MessageId(id), way, day);
  }

  private static String word(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }
}
