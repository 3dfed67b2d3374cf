package io.duly.desk.casefile;

import io.duly.correspondence.ContactPermission;
import io.duly.kernel.CaseId;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * May the debtor be called now, by each number on file, and may the message that waits leave by the contact rules?
 *
 * @param zone the debtor's
 * @param answers by number
 * @param waiting of the first message that waits, where one does
 */
public record Calls(ZoneId zone, Map<String, Answer> answers, Optional<Answer> waiting) {

  /** Asks once what is known of the debtor, whatever the numbers. */
  static Calls now(DSLContext scoped, ContactPermission permission, CaseId recovery, Debtorship debtorship, List<Draft> drafts, Instant now) {
    var debtor = debtorship.debtor();
    var people = debtorship.people().stream().flatMap(one -> one.details().phone().stream());
    var known = permission.known(scoped, debtor.id(), Optional.of(recovery), now);
    var answers = new HashMap<String, Answer>();
    Stream.concat(debtor.details().phone().stream(), people).distinct()
        .forEach(number -> answers.put(number, permission.ask(known, Reach.by(Channel.CALL).to(number), Purpose.CHASE, now)));
    var waiting = drafts.stream().findFirst().map(draft -> permission.ask(known, Reach.by(channel(draft)), Purpose.CHASE, now));
    return new Calls(known.zone(), Map.copyOf(answers), waiting);
  }

  private static Channel channel(Draft draft) {
    return Channel.valueOf(draft.channel().toUpperCase(Locale.ROOT));
  }

  /** @param number one on file */
  public Answer answer(String number) {
    return Objects.requireNonNull(answers.get(number), "a number that is not on file");
  }
}
