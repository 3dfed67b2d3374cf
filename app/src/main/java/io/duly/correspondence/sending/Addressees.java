package io.duly.correspondence.sending;

import io.duly.kernel.DebtorId;
import io.duly.phones.PhoneNumber;
import io.duly.strategy.Channel;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Finds the address or number that a message goes to. */
final class Addressees {
  /** Whose number was verified comes first, then what the creditor has for the debtor, then other persons. */
  private static final String REACHED =
      """
      select name, address, country from (
        select p.name, p.{column} as address, d.country, case p.right_party when 'verified' then 0 else 2 end as rank, p.id
          from parties.contact_person p join parties.debtor d on d.id = p.debtor_id
         where p.debtor_id = ? and p.right_party <> 'wrong' and not '{channel}' = any (p.refused_channels)
        union all
        select d.name, d.{column}, d.country, 1, d.id from parties.debtor d
         where d.id = ? and not exists (select from parties.contact_person p where p.debtor_id = d.id and '{channel}' = any (p.refused_channels))) a
       where address is not null and not exists (select from correspondence.dead_address x
         where x.debtor_id = ? and x.address in (lower(a.address), '{channel}:' || lower(a.address)) and x.ended_at is null)
       order by rank, id
      """;
  private static final String EMAIL = REACHED.replace("{column}", "email").replace("{channel}", "email");
  private static final String SMS = REACHED.replace("{column}", "phone").replace("{channel}", "sms");
  private static final String ON_FILE =
      """
      select a.address, d.country from parties.debtor d join lateral (
        select d.{column} as address union select p.{column} from parties.contact_person p where p.debtor_id = ?) a on a.address is not null
       where d.id = ?
      """;
  private static final String FAX =
      """
      select name, fax from parties.debtor d where id = ? and fax is not null and not exists (select from correspondence.dead_address x
         where x.debtor_id = d.id and x.address = 'fax:' || d.fax and x.ended_at is null)
      """;
  /** What servers take: no blanks, quotes, lists, comments or controls. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"\\p{Cntrl}\\p{Cf}]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63})+");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");

  private Addressees() {}

  /** The first that is an address; empty where there is none. */
  static Optional<Addressee> byEmail(DSLContext tx, DebtorId debtor) {
    return tx.fetch(EMAIL, debtor.value(), debtor.value(), debtor.value()).stream()
        .map(row -> new Addressee(row.get("name", String.class), row.get("address", String.class).strip()))
        .filter(one -> isAddress(one.address()))
        .findFirst();
  }

  /** The first number that can receive an SMS, as E.164; empty where there is none. */
  static Optional<Addressee> bySms(DSLContext tx, DebtorId debtor) {
    return tx.fetch(SMS, debtor.value(), debtor.value(), debtor.value()).stream()
        .flatMap(row -> mobile(row.get("address", String.class), row.get("country", String.class)).map(number -> new Addressee(row.get("name", String.class), number)).stream())
        .findFirst();
  }

  /** Where it is faxed to, as E.164. */
  static Optional<Addressee> byFax(DSLContext tx, DebtorId debtor) {
    return tx.fetchOptional(FAX, debtor.value()).map(row -> new Addressee(row.get("name", String.class), row.get("fax", String.class)));
  }

  /** How a recipient is spelt on the debtor's file; a number that takes no SMS or fax may be called all the same. */
  static List<String> spellings(DSLContext tx, DebtorId debtor, String way, String recipient) {
    return switch (way) {
      case "smtp" -> onFile(tx, debtor, "email").filter(one -> ascii(one.address()).equalsIgnoreCase(recipient)).map(OnFile::address).toList();
      case "sms" -> onFile(tx, debtor, "phone").filter(one -> mobile(one.address(), one.country()).filter(recipient::equals).isPresent()).map(one -> "sms:" + one.address()).toList();
      case "fax" -> byFax(tx, debtor).map(one -> "fax:" + one.address()).stream().toList();
      default -> List.of();
    };
  }

  /** What is on file for a channel and can never be used by it; where nothing is, the channel's own name, as the cycle knows it. */
  static List<String> useless(DSLContext tx, DebtorId debtor, Channel channel) {
    return switch (channel) {
      case EMAIL -> Stream.concat(missing(tx, debtor, "email is null", "email:"), onFile(tx, debtor, "email").map(OnFile::address).filter(one -> !isAddress(one))).toList();
      case SMS -> onFile(tx, debtor, "phone").filter(one -> mobile(one.address(), one.country()).isEmpty()).map(one -> "sms:" + one.address()).toList();
      case LETTER -> missing(tx, debtor, "street is null or city is null", "letter:").toList();
      case CALL -> List.of();
    };
  }

  private static Stream<String> missing(DSLContext tx, DebtorId debtor, String where, String mark) {
    return tx.fetch("select from parties.debtor where id = ? and (" + where + ")", debtor.value()).stream().map(_ -> mark);
  }

  private record OnFile(String address, @Nullable String country) {}

  private static Stream<OnFile> onFile(DSLContext tx, DebtorId debtor, String column) {
    var sql = ON_FILE.replace("{column}", column);
    return tx.fetch(sql, debtor.value(), debtor.value()).stream().map(row -> new OnFile(row.get(0, String.class), row.get(1, String.class)));
  }

  private static boolean isAddress(String text) {
    return ADDRESS.matcher(text.strip()).matches() && !ascii(text).isEmpty();
  }

  /** With its domain as the name system has it; empty where that cannot be. */
  private static String ascii(String address) {
    try {
      return MailPacking.ascii(address.strip());
    } catch (IllegalArgumentException noDomain) {
      return "";
    }
  }

  /** As E.164, where it is a number that its country did not give to a landline. */
  private static Optional<String> mobile(String text, @Nullable String country) {
    return PhoneNumber.read(text, Optional.ofNullable(country)).mobile().filter(number -> E164.matcher(number).matches());
  }
}
