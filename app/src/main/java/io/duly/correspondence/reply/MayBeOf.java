package io.duly.correspondence.reply;

import io.duly.kernel.CaseId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * A case that an unmatched message may be about.
 *
 * @param because what points there: {@code sender} or the number of an invoice
 */
public record MayBeOf(CaseId recovery, long number, String creditor, String debtor, String because) {
  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}/_.-]{2,39}");
  private static final int MOST_NUMBERS = 200;
  private static final int MOST_SIGNS = 10_000;
  private static final String CANDIDATES =
      """
      with sender as (
        select d.id as debtor_id, 'sender' as because from parties.debtor d where lower(d.email) = ?
        union select p.debtor_id, 'sender' from parties.contact_person p where lower(p.email) = ?),
      named as (
        select i.debtor_id, i.currency, i.number as because from ledger.invoice i
         where right(i.number, 4) = any (?::text[]) and i.number = any (?::text[]) limit 100),
      found as (
        select c.id, s.because from sender s join cases.recovery_case c on c.debtor_id = s.debtor_id
        union
        select c.id, n.because from named n join cases.recovery_case c on c.debtor_id = n.debtor_id and c.currency = n.currency)
      select c.id, c.number, r.name as creditor, d.name as debtor, string_agg(f.because, ', ' order by f.because) as because
        from found f join cases.recovery_case c on c.id = f.id join parties.creditor r on r.id = c.creditor_id join parties.debtor d on d.id = c.debtor_id
       group by c.id, c.number, r.name, d.name, c.stage order by count(*) desc, c.stage = 'closed', c.number limit 20
      """;

  static List<MayBeOf> of(DSLContext tx, Reply reply) {
    var sender = reply.line().sender().orElse("");
    var text = reply.line().subject() + "\n" + reply.words().substring(0, Math.min(reply.words().length(), MOST_SIGNS));
    var numbers = NUMBER.matcher(text).results().map(MatchResult::group).flatMap(MayBeOf::spellings).distinct().limit(MOST_NUMBERS).toArray(String[]::new);
    var endings = Stream.of(numbers).map(one -> one.substring(Math.max(0, one.length() - 4))).distinct().toArray(String[]::new);
    return tx.fetch(CANDIDATES, sender, sender, endings, numbers)
        .map(row ->
            new MayBeOf(
                new CaseId(row.get("id", UUID.class)), row.get("number", Long.class), row.get("creditor", String.class), row.get("debtor", String.class),
                Optional.ofNullable(row.get("because", String.class)).orElse("")));
  }

  private static Stream<String> spellings(String word) {
    var bare = word.replaceAll("[._/-]+$", "");
    return bare.chars().noneMatch(Character::isDigit) ? Stream.empty() : Stream.of(bare);
  }
}
