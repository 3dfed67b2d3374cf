package io.duly.agreements;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.debits.Scheme;
import io.duly.debits.SepaArea;
import io.duly.debits.TargetDays;
import io.duly.identifiers.Bic;
import io.duly.identifiers.Checked;
import io.duly.identifiers.CreditorIdentifier;
import io.duly.identifiers.Iban;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.plans.Instalment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what may be collected from whose account. One mandate per debtor stands; whoever gives another ends the one before. */
@Component
public final class Mandates {
  private static final String REFERENCE = "[A-Za-z0-9+?/:().,'-]{1,35}";
  private static final int LONGEST_HOLDER = 70;
  private static final int LONGEST_WHY = 500;
  private static final String OF = "select * from agreements.direct_debit where creditor_id = ?";
  private static final String INSERT =
      """
      insert into agreements.mandate (id, creditor_id, debtor_id, reference, scheme, holder, iban, bic, signed_on, recorded_on, recorded_at, recorded_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::timestamptz, ?) on conflict (creditor_id, reference) do nothing
      """;
  private static final String TERMS =
      """
      insert into agreements.direct_debit (creditor_id, identifier, iban, bic, notice_days, set_by, set_at) values (?, ?, ?, ?, ?, ?, ?::timestamptz)
      on conflict (creditor_id) do update set identifier = excluded.identifier, iban = excluded.iban, bic = excluded.bic, notice_days = excluded.notice_days,
        set_by = excluded.set_by, set_at = excluded.set_at
      """;

  private final CaseJournal cases;
  private final IdSource ids;

  Mandates(CaseJournal cases, IdSource ids) {
    this.cases = cases;
    this.ids = ids;
  }

  /**
   * Says by what a creditor collects from now on.
   *
   * @throws CannotRecord where a number is mistyped or the notice is too short or too long
   */
  public void set(DSLContext tx, CreditorId creditor, DebitTerms terms, Recorded by) {
    if (terms.noticeDays() < 1 || terms.noticeDays() > DebitTerms.USUAL_NOTICE) {
      throw new CannotRecord("A debtor is told 1 to " + DebitTerms.USUAL_NOTICE + " days before it is collected.");
    }
    var identifier = held(CreditorIdentifier.check(terms.identifier()));
    var iban = iban(terms.iban());
    tx.execute(TERMS, creditor.value(), identifier, iban, DSL.val(bic(terms.bic()), String.class), terms.noticeDays(), by.actor(), by.recordedAt().atOffset(ZoneOffset.UTC));
  }

  /** By what a creditor collects; empty where it does not. */
  public Optional<DebitTerms> terms(DSLContext tx, CreditorId creditor) {
    return tx.fetchOptional(OF, creditor.value()).map(Mandates::terms);
  }

  /** The same; nobody else makes a file for the creditor until the transaction ends. */
  public Optional<DebitTerms> locked(DSLContext tx, CreditorId creditor) {
    return tx.fetchOptional(OF + " for update", creditor.value()).map(Mandates::terms);
  }

  private static DebitTerms terms(Record row) {
    return new DebitTerms(row.get("identifier", String.class), row.get("iban", String.class), Optional.ofNullable(row.get("bic", String.class)), row.get("notice_days", Integer.class));
  }

  /**
   * Writes down a mandate that the debtor has signed; the one before ends.
   *
   * @throws CannotRecord where the case is closed, the creditor collects nothing, or something of it is mistyped
   */
  public Mandate give(DSLContext tx, CaseId id, Mandate.Given given, Recorded by) {
    var head = cases.open(tx, id);
    cases.locked(tx, List.of(id));
    var mandate = checked(tx, head, given, by.on());
    standing(tx, head.debtor()).ifPresent(before -> end(tx, head, before, "another mandate took its place", by));
    int written = tx.execute(
        INSERT, mandate.id(), head.creditor().value(), head.debtor().value(), mandate.reference(), mandate.scheme().word(), mandate.holder(), mandate.iban(), DSL.val(mandate.bic().orElse(null), String.class),
        mandate.signedOn(), by.on(), by.recordedAt().atOffset(ZoneOffset.UTC), by.actor());
    if (written == 0) {
      throw new CannotRecord("There is a mandate " + mandate.reference() + " already; leave its reference empty, and one is made.");
    }
    cases.write(
        tx, List.of(head), "mandate-given", "A mandate to collect from " + mandate.masked() + " was given on " + mandate.signedOn() + ".",
        Map.of("mandate", mandate.id().toString(), "reference", mandate.reference(), "scheme", mandate.scheme().word(), "signedOn", mandate.signedOn().toString()), by);
    return mandate;
  }

  private Mandate checked(DSLContext tx, CaseHead head, Mandate.Given given, LocalDate today) {
    if (terms(tx, head.creditor()).isEmpty()) {
      throw new CannotRecord("Nobody collects direct debits for this creditor yet; a manager writes down its identifier and account first, under Bank.");
    }
    var holder = given.holder().strip();
    if (holder.isEmpty() || holder.length() > LONGEST_HOLDER) {
      throw new CannotRecord("Say whose account it is, in at most " + LONGEST_HOLDER + " signs.");
    }
    if (given.signedOn().isAfter(today) || given.signedOn().isBefore(today.minusMonths(36))) {
      throw new CannotRecord("A mandate was signed within the last 36 months, not on " + given.signedOn() + ".");
    }
    var iban = iban(given.iban());
    if (!SepaArea.has(iban) || SepaArea.wantsMore(iban) && given.bic().isEmpty()) {
      throw new CannotRecord(SepaArea.has(iban) ? "Of an account outside of the European Economic Area the code of its bank (BIC) is needed too." : "No direct debit can be collected from an account in " + iban.substring(0, 2) + ".");
    }
    var id = ids.next();
    var reference = given.reference().map(String::strip).filter(text -> !text.isEmpty()).orElseGet(() -> made(id));
    if (!reference.matches(REFERENCE)) {
      throw new CannotRecord("The reference " + reference + " of a mandate is no good, which has 1 to 35 letters and digits and no blanks.");
    }
    return new Mandate(id, head.debtor(), reference, given.scheme(), holder, iban, Optional.ofNullable(bic(given.bic())), given.signedOn(), Optional.empty());
  }

  private static String made(UUID id) {
    var text = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
    return "M-" + text.substring(text.length() - 12);
  }

  private static String iban(String typed) {
    return held(Iban.check(typed));
  }

  private static @Nullable String bic(Optional<String> typed) {
    return typed.map(String::strip).filter(text -> !text.isEmpty()).map(text -> held(Bic.check(text))).orElse(null);
  }

  private static String held(Checked checked) {
    return checked.held().orElseThrow(() -> new CannotRecord("The number " + checked.normal() + " " + checked.wrong().orElseThrow() + "."));
  }

  /**
   * Nothing is collected by it any more.
   *
   * @param why in a sentence
   * @throws CannotRecord where nothing is said, or it ended before
   */
  public void end(DSLContext tx, CaseId id, UUID mandate, String why, Recorded by) {
    var head = cases.head(tx, id);
    var words = why.strip();
    if (words.isEmpty() || words.length() > LONGEST_WHY) {
      throw new CannotRecord("Say in at most " + LONGEST_WHY + " signs why the mandate ends.");
    }
    end(tx, head, standing(tx, head.debtor()).filter(one -> one.id().equals(mandate)).orElseThrow(() -> new CannotRecord("That mandate has ended already.")), words, by);
  }

  /** The bank says that nothing can be collected by it; nothing happens where it has ended. */
  public void endByBank(DSLContext tx, CaseHead head, UUID mandate, String why, Recorded by) {
    standing(tx, head.debtor()).filter(one -> one.id().equals(mandate)).ifPresent(one -> end(tx, head, one, why, by));
  }

  private void end(DSLContext tx, CaseHead head, Mandate one, String why, Recorded by) {
    tx.execute("update agreements.mandate set ended_on = ?::date, ended_why = ?, ended_by = ? where id = ? and ended_on is null", by.on(), why, by.actor(), one.id());
    cases.write(
        tx, List.of(head), "mandate-ended", "Nothing is collected from " + one.masked() + " any more: " + why, Map.of("mandate", one.id().toString(), "reference", one.reference(), "why", why), by);
  }

  /** A debtor's mandates, the latest first. */
  public List<Mandate> of(DSLContext tx, DebtorId debtor) {
    return tx.fetch("select * from agreements.mandate where debtor_id = ? order by recorded_at desc, id desc", debtor.value()).map(Mandates::mandate);
  }

  /** The one by which can be collected on a day: it was signed or used within 36 months before. */
  public Optional<Mandate> inForce(DSLContext tx, DebtorId debtor, LocalDate day) {
    return tx.fetchOptional("select * from agreements.mandate where id = agreements.mandate_in_force(?, ?::date)", debtor.value(), day).map(Mandates::mandate);
  }

  private static Optional<Mandate> standing(DSLContext tx, DebtorId debtor) {
    return tx.fetchOptional("select * from agreements.mandate where debtor_id = ? and ended_on is null for update", debtor.value()).map(Mandates::mandate);
  }

  /** That a plan by direct debit can be collected, from its first instalment on that is not paid. */
  void requireFor(DSLContext tx, CaseHead head, Agreed agreed, int paid, LocalDate today) {
    if (agreed.paidBy() != PaidBy.DIRECT_DEBIT) {
      return;
    }
    var terms = terms(tx, head.creditor()).orElseThrow(() ->
        new CannotRecord("Nobody collects direct debits for this creditor yet; a manager writes down its identifier and account first, under Bank."));
    if (!head.currency().getCurrencyCode().equals("EUR")) {
      throw new CannotRecord("Direct debits are collected in EUR, not in " + head.currency() + ".");
    }
    if (inForce(tx, head.debtor(), today).isEmpty()) {
      throw new CannotRecord("No mandate of the debtor is in force: write it down first, or agree on a transfer.");
    }
    var earliest = TargetDays.days().onOrAfter(today.plusDays(terms.noticeDays()));
    var first = agreed.offer().plan().instalments().get(paid);
    if (first.dueOn().isBefore(earliest)) {
      throw new CannotRecord(tooSoon(first, terms, earliest));
    }
  }

  private static String tooSoon(Instalment first, DebitTerms terms, LocalDate earliest) {
    return "On " + first.dueOn() + " nothing can be collected: the debtor is told " + terms.noticeDays() + " days before, so that " + earliest + " is the earliest day. Agree on that, or on a transfer.";
  }

  private static Mandate mandate(Record row) {
    return new Mandate(
        row.get("id", UUID.class), new DebtorId(row.get("debtor_id", UUID.class)), row.get("reference", String.class), Scheme.valueOf(row.get("scheme", String.class).toUpperCase(Locale.ROOT)),
        row.get("holder", String.class), row.get("iban", String.class), Optional.ofNullable(row.get("bic", String.class)), row.get("signed_on", LocalDate.class),
        Optional.ofNullable(row.get("ended_on", LocalDate.class)).map(on -> new Mandate.Ended(on, row.get("ended_why", String.class))));
  }
}
