package io.duly.ledger;

import io.duly.kernel.CreditorId;
import io.duly.kernel.InvoiceId;
import io.duly.matching.IssuedReference;
import io.duly.matching.ReferenceScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Payment references issued for invoices that came without one, so that payers have something to repeat. */
@Component
public final class PaymentReferences {
  private static final String LACKING =
      """
      select i.id, i.number from ledger.invoice i
       where i.creditor_id = ? and i.settled_on is null and i.payment_reference is null
         and not exists (select from ledger.payment_reference r where r.invoice_id = i.id)
      """;

  /**
   * Issues a reference for every open invoice of a creditor that has none, in the caller's transaction. It speaks of the
   * invoice's number, or where another invoice has that reference already is made of the invoice's id.
   *
   * @return how many were issued
   */
  public int issue(DSLContext tx, CreditorId creditor, ReferenceScheme scheme, Instant at) {
    alone(tx, creditor);
    return issue(tx, creditor, scheme, Optional.of(at), List.copyOf(tx.fetch(LACKING + " order by i.issued_on, i.id", creditor.value())));
  }

  /** From now on every invoice that comes without a reference gets one of the scheme; empty for no more. */
  public void choose(DSLContext tx, CreditorId creditor, Optional<ReferenceScheme> scheme, String actor, Instant at) {
    scheme.ifPresentOrElse(
        one -> tx.execute(
            """
            insert into ledger.reference_choice (creditor_id, scheme, actor, chosen_at) values (?, ?, ?, ?::timestamptz)
            on conflict (creditor_id) do update set scheme = excluded.scheme, actor = excluded.actor, chosen_at = excluded.chosen_at
            """,
            creditor.value(), word(one), actor, at.toString()),
        () -> tx.execute("delete from ledger.reference_choice where creditor_id = ?", creditor.value()));
  }

  /** What a creditor chose for invoices that come without a reference. */
  public Optional<ReferenceScheme> chosen(DSLContext tx, CreditorId creditor) {
    return tx.fetchOptional("select scheme from ledger.reference_choice where creditor_id = ?", creditor.value()).map(row -> scheme(row.get("scheme", String.class)));
  }

  /** The reference of each invoice that has one: its own, else the one issued for it. */
  public Map<InvoiceId, String> of(DSLContext tx, Collection<InvoiceId> invoices) {
    var found = new HashMap<InvoiceId, String>();
    tx.fetch(
            """
            select i.id, coalesce(i.payment_reference, r.reference) as reference
              from ledger.invoice i left join ledger.payment_reference r on r.invoice_id = i.id where i.id = any (?::uuid[])
            """,
            (Object) invoices.stream().map(InvoiceId::value).toArray(UUID[]::new))
        .forEach(row -> Optional.ofNullable(row.get("reference", String.class)).ifPresent(reference -> found.put(new InvoiceId(row.get("id", UUID.class)), reference)));
    return found;
  }

  /** Issues for invoices that have just come, where their creditor chose so; the day of issue is that of their arrival. */
  static void issueChosen(DSLContext tx, List<InvoiceId> arrived) {
    var ids = arrived.stream().map(InvoiceId::value).toArray(UUID[]::new);
    choices(tx).forEach((creditor, scheme) ->
        issue(tx, creditor, scheme, Optional.empty(), List.copyOf(tx.fetch(LACKING + " and i.id = any (?::uuid[]) order by i.issued_on, i.id", creditor.value(), ids))));
  }

  /** The same for a whole file. */
  static void issueChosen(DSLContext tx) {
    choices(tx).forEach((creditor, scheme) ->
        issue(tx, creditor, scheme, Optional.empty(), List.copyOf(tx.fetch(LACKING + " order by i.issued_on, i.id", creditor.value()))));
  }

  private static Map<CreditorId, ReferenceScheme> choices(DSLContext tx) {
    var choices = new HashMap<CreditorId, ReferenceScheme>();
    tx.fetch("select creditor_id, scheme from ledger.reference_choice")
        .forEach(row -> choices.put(new CreditorId(row.get("creditor_id", UUID.class)), scheme(row.get("scheme", String.class))));
    return choices;
  }

  private static void alone(DSLContext tx, CreditorId creditor) {
    tx.execute("select pg_advisory_xact_lock(hashtext('duly payment references'), hashtext(?))", creditor.toString());
  }

  private static int issue(DSLContext tx, CreditorId creditor, ReferenceScheme scheme, Optional<Instant> at, List<Record> lacking) {
    if (lacking.isEmpty()) {
      return 0;
    }
    alone(tx, creditor);
    var wanted = lacking.stream().map(row -> IssuedReference.fromNumber(scheme, row.get("number", String.class))).toList();
    var taken = taken(tx, creditor, wanted);
    var invoices = new ArrayList<UUID>();
    var references = new ArrayList<String>();
    for (int place = 0; place < lacking.size(); place++) {
      var id = lacking.get(place).get("id", UUID.class);
      free(wanted.get(place), IssuedReference.fromId(scheme, new InvoiceId(id)), taken).ifPresent(reference -> {
        invoices.add(id);
        references.add(reference);
      });
    }
    return store(tx, creditor, scheme, at, invoices, references);
  }

  /** A scheme of few digits may have no room left; then there is none rather than one that two invoices share. */
  private static Optional<String> free(String first, String second, Set<String> taken) {
    if (taken.add(first)) {
      return Optional.of(first);
    }
    return taken.add(second) ? Optional.of(second) : Optional.empty();
  }

  private static Set<String> taken(DSLContext tx, CreditorId creditor, List<String> wanted) {
    var references = wanted.toArray(String[]::new);
    return new HashSet<>(tx.fetch(
            """
            select reference from ledger.payment_reference where creditor_id = ? and reference = any (?::text[])
            union all select payment_reference from ledger.invoice where creditor_id = ? and payment_reference = any (?::text[])
            """,
            creditor.value(), references, creditor.value(), references)
        .map(row -> row.get("reference", String.class)));
  }

  private static int store(DSLContext tx, CreditorId creditor, ReferenceScheme scheme, Optional<Instant> at, List<UUID> invoices, List<String> references) {
    return tx.execute(
        """
        insert into ledger.payment_reference (invoice_id, creditor_id, scheme, reference, issued_at)
        select i.id, i.creditor_id, ?, n.reference, coalesce(?::timestamptz, i.recorded_at)
          from unnest(?::uuid[], ?::text[]) n (id, reference) join ledger.invoice i on i.id = n.id and i.creditor_id = ?
        on conflict do nothing
        """,
        word(scheme), at.map(Instant::toString).orElse(null), invoices.toArray(UUID[]::new), references.toArray(String[]::new), creditor.value());
  }

  private static String word(ReferenceScheme scheme) {
    return scheme.name().toLowerCase(Locale.ROOT);
  }

  private static ReferenceScheme scheme(String word) {
    return ReferenceScheme.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
