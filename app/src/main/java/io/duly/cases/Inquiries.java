package io.duly.cases;

import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Whom we ask about a dispute, by when, and what they say (P26): a debtor's word is checked, not believed and not disbelieved. */
@Component
public final class Inquiries {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST = 1000;
  private static final String CONTESTED =
      """
      select d.id, d.creditor_id, d.debtor_id, i.number, i.currency, d.closed_on is null as open from cases.dispute d join ledger.invoice i on i.id = d.invoice_id
      """;

  private final CaseJournal cases;
  private final Tasks tasks;
  private final IdSource ids;

  Inquiries(CaseJournal cases, Tasks tasks, IdSource ids) {
    this.cases = cases;
    this.tasks = tasks;
    this.ids = ids;
  }

  /**
   * Writes down whom we ask about the open dispute of an invoice; the task to check it is due by the day on which we want to know.
   *
   * @param answerBy not before the business date
   * @throws CannotRecord where nothing is contested, they are asked already, or the day is over
   */
  public UUID ask(DSLContext tx, InvoiceId invoice, String whom, String question, LocalDate answerBy, Recorded by) {
    var dispute = tx.fetchOptional(CONTESTED + " where d.invoice_id = ? and d.closed_on is null", invoice.value())
        .orElseThrow(() -> new CannotRecord("The invoice has no open dispute."));
    require(whom, question, answerBy, by);
    var id = ids.next();
    int made = tx.execute(
        """
        insert into cases.inquiry (id, creditor_id, dispute_id, whom, question, asked_on, asked_by, recorded_at, answer_by)
        values (?, ?, ?, ?, ?, ?::date, ?, ?::timestamptz, ?::date) on conflict (dispute_id, lower(whom)) where answered_on is null do nothing
        """,
        id, dispute.get("creditor_id", UUID.class), dispute.get("id", UUID.class), whom.strip(), question.strip(), by.on(), by.actor(),
        Words.at(by.recordedAt()), answerBy);
    if (made == 0) {
      throw new CannotRecord("They are asked already, and have not answered: " + whom.strip() + ".");
    }
    tell(tx, dispute, "inquiry-made", "Asked " + whom.strip() + " about the dispute of invoice " + number(dispute) + ", answer wanted by " + answerBy + ": " + question.strip(),
        Map.of("inquiry", id.toString(), "invoice", number(dispute), "whom", whom.strip(), "answerBy", answerBy.toString()), by);
    head(tx, dispute).ifPresent(head -> tasks.open(tx, head.id(), TaskKind.VERIFY, "answer the dispute of invoice " + number(dispute), answerBy, by));
    return id;
  }

  private static void require(String whom, String question, LocalDate answerBy, Recorded by) {
    if (whom.isBlank() || question.isBlank() || whom.strip().length() > LONGEST_NAME || question.strip().length() > LONGEST) {
      throw new CannotRecord("Say whom we ask, and what, in a sentence.");
    }
    if (answerBy.isBefore(by.on())) {
      throw new CannotRecord("We would want to know by " + answerBy + ", before today, " + by.on() + ".");
    }
  }

  /**
   * Writes down what they said.
   *
   * @throws CannotRecord where nobody was asked so, or they have answered
   */
  public void answered(DSLContext tx, UUID inquiry, String words, Recorded by) {
    if (words.isBlank() || words.strip().length() > 10 * LONGEST) {
      throw new CannotRecord("Write down what they said.");
    }
    var row = tx.fetchOptional(
            "update cases.inquiry set answered_on = ?::date, answered_by = ?, answer = ? where id = ? and answered_on is null returning dispute_id, whom",
            by.on(), by.actor(), words.strip(), inquiry)
        .orElseThrow(() -> new CannotRecord("There is no inquiry " + inquiry + " that waits for an answer."));
    var dispute = tx.fetchSingle(CONTESTED + " where d.id = ?", row.get("dispute_id", UUID.class));
    tell(tx, dispute, "inquiry-answered", row.get("whom", String.class) + " answered about invoice " + number(dispute) + ": " + words.strip(),
        Map.of("inquiry", inquiry.toString(), "invoice", number(dispute), "whom", row.get("whom", String.class), "answer", words.strip()), by);
    head(tx, dispute).ifPresent(head -> Tasks.wake(tx, head.id()));
  }

  /** About the disputes of an invoice, the latest first. */
  public List<Inquiry> of(DSLContext tx, InvoiceId invoice) {
    return tx.fetch("select q.* from cases.inquiry q join cases.dispute d on d.id = q.dispute_id where d.invoice_id = ? order by q.asked_on desc, q.id desc", invoice.value())
        .map(Inquiries::inquiry);
  }

  /** About the open disputes of a case. */
  public List<Inquiry> open(DSLContext tx, CaseId id) {
    return tx.fetch(
            """
            select q.* from cases.recovery_case c join cases.dispute d on d.debtor_id = c.debtor_id and d.closed_on is null
              join ledger.invoice i on i.id = d.invoice_id and i.currency = c.currency join cases.inquiry q on q.dispute_id = d.id
             where c.id = ? order by q.asked_on desc, q.id desc
            """,
            id.value())
        .map(Inquiries::inquiry);
  }

  private void tell(DSLContext tx, Record dispute, String kind, String sentence, Map<String, String> facts, Recorded by) {
    head(tx, dispute).ifPresent(head -> cases.write(tx, List.of(head), kind, sentence, facts, by));
  }

  private Optional<CaseHead> head(DSLContext tx, Record dispute) {
    return cases.openOf(tx, new io.duly.kernel.DebtorId(dispute.get("debtor_id", UUID.class)), java.util.Currency.getInstance(dispute.get("currency", String.class)));
  }

  private static String number(Record dispute) {
    return dispute.get("number", String.class);
  }

  private static Inquiry inquiry(Record row) {
    var answered = Optional.ofNullable(row.get("answered_on", LocalDate.class))
        .map(on -> new Inquiry.Answered(on, row.get("answered_by", String.class), row.get("answer", String.class)));
    return new Inquiry(
        row.get("id", UUID.class), row.get("dispute_id", UUID.class), row.get("whom", String.class), row.get("question", String.class),
        row.get("asked_on", LocalDate.class), row.get("asked_by", String.class), row.get("answer_by", LocalDate.class), answered);
  }
}
