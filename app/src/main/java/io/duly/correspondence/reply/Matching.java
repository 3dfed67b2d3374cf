package io.duly.correspondence.reply;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Finds out whose a message is: by the Message-ID that it answers, by the token of the address that it was written to, by its
 * sender. What anybody can guess or copy never outweighs what contradicts it: then a person decides.
 */
final class Matching {
  private static final Pattern TOKEN = Pattern.compile("[^@]*\\+([a-z2-7]{16})@.*");
  private static final String ANSWERED =
      """
      select m.creditor_id, m.debtor_id, m.case_id, 'message_id' as how, array_position(?::text[], a.known_as) as place
        from correspondence.attempt a join correspondence.message m on m.id = a.message_id where a.known_as = any (?::text[])
      union
      select m.creditor_id, m.debtor_id, m.case_id, 'token', array_position(?::text[], m.reply_token)
        from correspondence.message m where m.reply_token = any (?::text[])
       order by how, place
      """;
  private static final String SENDERS =
      """
      with at_address as (
        select d.creditor_id, d.id as debtor_id from parties.debtor d where lower(d.email) = ?
        union
        select p.creditor_id, p.debtor_id from parties.contact_person p where lower(p.email) = ?),
      written_to as (
        select creditor_id from correspondence.sender where lower(address) = any (?::text[]) or lower(reply_to) = any (?::text[]))
      select a.creditor_id, a.debtor_id,
             (select c.id from cases.recovery_case c where c.debtor_id = a.debtor_id
               order by c.stage = 'closed', c.opened_on desc, c.number desc limit 1) as case_id,
             a.creditor_id in (select creditor_id from written_to) as written_to, exists (select from written_to) as any_written_to
        from at_address a limit 100
      """;

  private Matching() {}

  static Match match(DSLContext tx, ReadMail mail) {
    var answered = answered(tx, mail);
    var senders = mail.sender().map(address -> senders(tx, address, mail.recipients())).orElse(List.of());
    if (!answered.isEmpty()) {
      return answering(answered, senders);
    }
    return mail.sender().isEmpty() ? new Match.Unknown("it names no sender") : bySender(senders);
  }

  private record Answered(Whose whose, String how) {}

  private static List<Answered> answered(DSLContext tx, ReadMail mail) {
    var ids = mail.references().toArray(String[]::new);
    var tokens = mail.recipients().stream().map(TOKEN::matcher).filter(found -> found.matches()).map(found -> found.group(1)).distinct().toArray(String[]::new);
    if (ids.length + tokens.length == 0) {
      return List.of();
    }
    return tx.fetch(ANSWERED, ids, ids, tokens, tokens).map(row -> new Answered(whose(row).orElseThrow(), row.get("how", String.class)));
  }

  private static List<Record> senders(DSLContext tx, String address, List<String> recipients) {
    var to = new LinkedHashSet<>(recipients);
    recipients.forEach(one -> to.add(one.replaceFirst("\\+[a-z2-7]{16}@", "@")));
    var all = to.toArray(String[]::new);
    return tx.fetch(SENDERS, address, address, all, all);
  }

  private static Match answering(List<Answered> answered, List<Record> senders) {
    var debtors = answered.stream().map(one -> one.whose().debtor()).collect(Collectors.toSet());
    if (debtors.size() > 1) {
      return new Match.Unknown("it answers messages of " + debtors.size() + " debtors; one of its marks is copied or forged");
    }
    var debtor = debtors.iterator().next();
    boolean known = debtors(senders).contains(debtor);
    if (!known && !senders.isEmpty()) {
      return new Match.Unknown("it answers a message to one debtor, and its sender's address is another's");
    }
    var how = answered.stream().map(Answered::how).collect(Collectors.toCollection(LinkedHashSet::new));
    if (known) {
      how.add("sender");
    }
    return new Match.Found(answered.getFirst().whose(), List.copyOf(how), known);
  }

  private static Match bySender(List<Record> senders) {
    boolean narrowed = senders.stream().anyMatch(row -> row.get("written_to", Boolean.class));
    var meant = senders.stream().filter(row -> !narrowed || row.get("written_to", Boolean.class)).toList();
    if (meant.isEmpty()) {
      return new Match.Unknown("nobody is known by its sender's address");
    }
    if (debtors(meant).size() > 1) {
      return new Match.Unknown("its sender's address is that of " + debtors(meant).size() + " debtors");
    }
    return whose(meant.getFirst())
        .<Match>map(whose -> new Match.Found(whose, List.of("sender"), true))
        .orElseGet(() -> new Match.Unknown("its sender is a debtor without a case"));
  }

  private static Set<DebtorId> debtors(List<Record> rows) {
    return rows.stream().map(row -> new DebtorId(row.get("debtor_id", UUID.class))).collect(Collectors.toSet());
  }

  private static Optional<Whose> whose(Record row) {
    return Optional.ofNullable(row.get("case_id", UUID.class))
        .map(recovery -> new Whose(new CreditorId(row.get("creditor_id", UUID.class)), new DebtorId(row.get("debtor_id", UUID.class)), new CaseId(recovery)));
  }

  /** Whose a person says it is. */
  static Match.Found by(DSLContext tx, Whose whose, Optional<String> sender) {
    var known = sender.map(address -> senders(tx, address, List.of())).map(Matching::debtors).filter(all -> all.contains(whose.debtor())).isPresent();
    var how = new ArrayList<>(List.of("person"));
    if (known) {
      how.add("sender");
    }
    return new Match.Found(whose, List.copyOf(Objects.requireNonNull(how)), known);
  }
}
