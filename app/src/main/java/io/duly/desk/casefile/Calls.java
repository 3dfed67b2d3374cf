package io.duly.desk.casefile;

import io.duly.correspondence.ContactPermission;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.parties.ContactPerson;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * May the debtor be called now, by each number on file?
 *
 * @param zone the debtor's
 * @param answers by number
 */
public record Calls(ZoneId zone, Map<String, Answer> answers) {

  /** Asks once what is known of the debtor, whatever the numbers. */
  static Calls now(DSLContext scoped, ContactPermission permission, DebtorId debtor, CaseId recovery, Optional<String> phone, List<ContactPerson> people, Instant now) {
    var numbers = Stream.concat(phone.stream(), people.stream().flatMap(one -> one.details().phone().stream())).distinct().toList();
    var known = permission.known(scoped, debtor, Optional.of(recovery), now);
    var answers = new HashMap<String, Answer>();
    numbers.forEach(number -> answers.put(number, permission.ask(known, Reach.by(Channel.CALL).to(number), Purpose.CHASE, now)));
    return new Calls(known.zone(), Map.copyOf(answers));
  }

  /** @param number one on file */
  public Answer answer(String number) {
    return Objects.requireNonNull(answers.get(number), "a number that is not on file");
  }
}
