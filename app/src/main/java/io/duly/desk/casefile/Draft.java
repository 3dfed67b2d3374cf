package io.duly.desk.casefile;

import static io.duly.database.jooq.correspondence.Tables.MESSAGE;
import static io.duly.database.jooq.ledger.Tables.INVOICE;

import io.duly.kernel.CaseId;
import io.duly.kernel.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A message that is prepared and checked.
 *
 * @param needsYes a person must say yes to it first
 * @param notBefore when it is tried next, where it was tried
 * @param waits what kept it back when it was tried last
 * @param apology says sorry, and asks for nothing
 * @param thanks says thank you for what was paid, and asks for nothing
 * @param asked what it asks for in all, minor units
 * @param invoices the numbers it names; none where it asks how somebody is reached
 */
public record Draft(
    MessageId id, boolean needsYes, Optional<Instant> notBefore, Optional<String> waits, boolean apology, boolean thanks, String channel, String tone, String template, String language, LocalDate plannedOn, long asked, List<String> invoices) {

  /** It asks how the right person is reached, and names no debt. */
  public boolean asksForContact() {
    return template.equals("contact-request");
  }

  /** It repeats what was agreed. */
  public boolean recaps() {
    return template.startsWith("recap");
  }

  /** It reminds of an instalment before its day. */
  public boolean remindsOfInstalment() {
    return template.equals("plan-reminder");
  }

  /** It says that nothing more is owed. */
  public boolean releases() {
    return template.equals("release");
  }

  public String address() {
    return "/outbox/" + id;
  }

  static List<Draft> waiting(DSLContext scoped, CaseId id) {
    var numbers =
        DSL.field(
            DSL.select(DSL.arrayAgg(INVOICE.NUMBER).orderBy(INVOICE.DUE_ON, INVOICE.NUMBER))
                .from(INVOICE)
                .where(INVOICE.ID.eq(DSL.any(MESSAGE.INVOICE_IDS))));
    return scoped
        .select(MESSAGE.fields())
        .select(numbers)
        .from(MESSAGE)
        .where(MESSAGE.CASE_ID.eq(id.value()), MESSAGE.STATE.eq("checked"))
        .orderBy(MESSAGE.PLANNED_ON)
        .fetch(row -> draft(row, row.get(numbers)));
  }

  private static Draft draft(Record row, String @Nullable [] numbers) {
    return new Draft(
        new MessageId(row.get(MESSAGE.ID)),
        row.get(MESSAGE.APPROVAL).equals("needed"),
        Optional.ofNullable(row.get(MESSAGE.NOT_BEFORE)).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.get(MESSAGE.WAITS_WHY)),
        row.get(MESSAGE.PURPOSE).equals("apology"),
        row.get(MESSAGE.PURPOSE).equals("thanks"),
        row.get(MESSAGE.CHANNEL),
        row.get(MESSAGE.TONE),
        row.get(MESSAGE.TEMPLATE),
        row.get(MESSAGE.LANGUAGE),
        row.get(MESSAGE.PLANNED_ON),
        Arrays.stream(row.get(MESSAGE.AMOUNTS)).mapToLong(Long::longValue).sum(),
        numbers == null ? List.of() : List.of(numbers));
  }
}
