package io.duly.cycle;

import io.duly.correspondence.GivenDebtor;
import io.duly.database.CopiedRows;
import io.duly.kernel.CreditorId;
import io.duly.rules.contact.Holidays;
import io.duly.strategy.BankData;
import io.duly.strategy.Channel;
import io.duly.strategy.DebtorKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads who the debtors and creditors are, and who can be reached how. Whose invoices go by a way is thought reachable by it until a
 * message found no address there, which {@code email:} or {@code letter:} among the dead addresses says.
 */
final class PartiesRead {
  static final String DEBTORS =
      """
      select id, creditor_id, kind, country, segment, relationship_value, language, region, city, time_zone,
             (email is not null or bills_by is not distinct from 'email') and not exists (select from correspondence.dead_address x
               where x.debtor_id = d.id and x.address = coalesce(lower(d.email), 'email:') and x.ended_at is null),
             phone is not null and not exists (select from correspondence.dead_address x
               where x.debtor_id = d.id and x.address in (lower(d.phone), 'sms:' || lower(d.phone)) and x.ended_at is null),
             phone is not null and not exists (select from correspondence.dead_address x
               where x.debtor_id = d.id and x.address = lower(d.phone) and x.ended_at is null),
             (street is not null and city is not null or bills_by is not distinct from 'letter')
                 and not exists (select from correspondence.dead_address x where x.debtor_id = d.id and x.ended_at is null
                 and x.address = case when street is null or city is null then 'letter:'
                   else lower(concat_ws(', ', d.name, d.street, d.postal_code, d.city, d.country)) end)
               or fax is not null and exists (select from correspondence.sender s where s.creditor_id = d.creditor_id and s.fax_gateway is not null)
                 and not exists (select from correspondence.dead_address x where x.debtor_id = d.id and x.address = 'fax:' || d.fax and x.ended_at is null)
        from parties.debtor d where id {whose}
      """;
  static final String PERSONS =
      """
      select debtor_id, refused_channels, not_at_work, right_party <> 'wrong',
             email is not null and not exists (select from correspondence.dead_address x
               where x.debtor_id = p.debtor_id and x.address = lower(p.email) and x.ended_at is null),
             phone is not null and not exists (select from correspondence.dead_address x
               where x.debtor_id = p.debtor_id and x.address in (lower(p.phone), 'sms:' || lower(p.phone)) and x.ended_at is null),
             phone is not null and not exists (select from correspondence.dead_address x
               where x.debtor_id = p.debtor_id and x.address = lower(p.phone) and x.ended_at is null),
             postal_address is not null
        from parties.contact_person p where debtor_id {whose}
      """;

  /**
   * Channels that the debtor said not to use; where somebody speaks for them, none is. What else they wish of contacts is
   * read of those who are about to be contacted.
   */
  static final String WISHES =
      """
      select debtor_id, kind in ('stop', 'represented') and place is null and address is null, channel
        from correspondence.stated_wish where debtor_id {whose} and taken_back_at is null
      """;

  private PartiesRead() {}

  static Map<UUID, Creditor> creditors(Connection tx) throws SQLException {
    var creditors = new HashMap<UUID, Creditor>();
    try (var rows = CopiedRows.of(tx, "select c.id, c.language, c.policy, f.known_to, c.country, c.collects, c.time_zone from parties.creditor c left join banking.freshness f on f.creditor_id = c.id")) {
      while (rows.next()) {
        creditors.put(rows.uuid(), creditor(rows));
      }
    }
    return creditors;
  }

  private static Creditor creditor(CopiedRows rows) {
    return new Creditor(
        rows.text(), rows.text(), Optional.ofNullable(rows.dateOrNull()), Optional.ofNullable(rows.textOrNull()), new GivenDebtor.Creditor(rows.textOrNull(), rows.textOrNull()));
  }

  static Debtors debtors(Connection tx, Whose whose) throws SQLException {
    var debtors = new Debtors();
    try (var rows = CopiedRows.of(tx, whose.in(DEBTORS))) {
      while (rows.next()) {
        debtors.add(debtor(rows));
      }
    }
    return debtors;
  }

  static void persons(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(PERSONS))) {
      while (rows.next()) {
        var debtor = debtors.the(rows.uuid());
        var refused = refused(rows.texts());
        if (rows.bool()) {
          debtor.wishes(EnumSet.noneOf(Channel.class));
        }
        boolean mayBeRight = rows.bool();
        var reachable = channels(rows);
        debtor.person(mayBeRight ? reachable : EnumSet.noneOf(Channel.class), refused);
      }
    }
  }

  static void wishes(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(WISHES))) {
      while (rows.next()) {
        var debtor = debtors.the(rows.uuid());
        boolean everywhere = rows.bool();
        var channel = Optional.ofNullable(rows.textOrNull());
        debtor.wishes(everywhere ? channel.map(PartiesRead::named).orElse(EnumSet.allOf(Channel.class)) : EnumSet.noneOf(Channel.class));
      }
    }
  }

  /** The cycle visits nobody. */
  private static EnumSet<Channel> named(String channel) {
    return channel.equals("visit") ? EnumSet.noneOf(Channel.class) : refused(List.of(channel));
  }

  private static DebtorFile debtor(CopiedRows rows) {
    return new DebtorFile(
        rows.uuid(),
        new CreditorId(rows.uuid()),
        DebtorKind.valueOf(rows.text().toUpperCase(Locale.ROOT)),
        rows.textOrNull(),
        rows.textOrNull(),
        rows.int8OrNull(),
        rows.textOrNull(),
        new DebtorFile.Whereabouts(rows.textOrNull(), rows.textOrNull(), rows.textOrNull()),
        channels(rows));
  }

  /** From four columns: whether there is an e-mail address, a number for an SMS, a phone, a postal address or what stands for it. */
  private static EnumSet<Channel> channels(CopiedRows rows) {
    var channels = EnumSet.noneOf(Channel.class);
    if (rows.bool()) {
      channels.add(Channel.EMAIL);
    }
    if (rows.bool()) {
      channels.add(Channel.SMS);
    }
    if (rows.bool()) {
      channels.add(Channel.CALL);
    }
    if (rows.bool()) {
      channels.add(Channel.LETTER);
    }
    return channels;
  }

  private static EnumSet<Channel> refused(List<String> names) {
    var refused = EnumSet.noneOf(Channel.class);
    names.forEach(name -> refused.add(Channel.valueOf(name.toUpperCase(Locale.ROOT))));
    return refused;
  }

  /**
   * @param policy by name
   * @param bankDataOf up to which day what came in is known; empty where no account is connected
   * @param country whose holidays its bank keeps
   * @param contacting what the rules about contacts ask of it
   */
  record Creditor(String language, String policy, Optional<LocalDate> bankDataOf, Optional<String> country, GivenDebtor.Creditor contacting) {
    Optional<BankData> bankData(Holidays holidays) {
      return bankDataOf.map(of -> new BankData(of, day -> country.filter(place -> holidays.on(place, day)).isPresent()));
    }
  }
}
