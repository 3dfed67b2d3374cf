package io.duly.journal;

import static io.duly.database.jooq.journal.Tables.ENTRY;

import io.duly.kernel.CaseId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;

/**
 * Writes the journal of a case into one file of JSON Lines that proves by itself that nothing in it was changed; the
 * format and a program that verifies it are in docs/journal.md. Reads the names of the parties where they lie, so that a
 * file can be made of nothing but the database.
 */
@Component
public final class Export {
  private static final int ROWS_AT_A_TIME = 500;

  /** The case of this id or number that has a journal. */
  public Optional<CaseId> find(DSLContext tx, String idOrNumber) {
    var sql =
        """
        select c.case_id from journal.chain c left join cases.recovery_case r on r.id = c.case_id
         where c.case_id::text = lower(?) or r.number::text = ? limit 1
        """;
    return tx.fetchOptional(sql, idOrNumber, idOrNumber).map(row -> new CaseId(row.get(0, UUID.class)));
  }

  /**
   * Writes the file; leaves {@code out} open.
   *
   * @param dsl outside a transaction: the file shows one moment, so it opens its own
   * @throws IOException where {@code out} does not take it
   */
  public Exported write(DSLContext dsl, CaseId caseId, OutputStream out) throws IOException {
    try {
      return dsl.transactionResult(
          tx -> {
            tx.dsl().execute("set transaction isolation level repeatable read, read only");
            return new Exported(header(tx.dsl(), caseId, out), entries(tx.dsl(), caseId, out), documents(tx.dsl(), caseId, out));
          });
    } catch (org.jooq.exception.DataAccessException failed) {
      if (failed.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw failed;
    }
  }

  private static String header(DSLContext tx, CaseId caseId, OutputStream out) throws IOException {
    var sql =
        """
        select c.entries, encode(c.head, 'hex') as head, r.number, r.currency, k.name as creditor,
               d.external_id as "debtorNumber", d.name as debtor
          from journal.chain c left join cases.recovery_case r on r.id = c.case_id
          left join parties.creditor k on k.id = c.creditor_id left join parties.debtor d on d.id = r.debtor_id
         where c.case_id = ?
        """;
    var row = tx.fetchSingle(sql, caseId.value());
    var line = new LinkedHashMap<String, Object>();
    line.put("type", "header");
    line.put("format", "duly-journal-1");
    line.put("case", caseId.toString());
    for (var field : row.fields()) {
      line.put(field.getName(), row.get(field));
    }
    JsonLines.write(out, line);
    return row.get("head", String.class);
  }

  private static int entries(DSLContext tx, CaseId caseId, OutputStream out) throws IOException {
    return lines(
        EntryRow.select(tx).where(ENTRY.CASE_ID.eq(caseId.value())).orderBy(ENTRY.SEQ),
        out,
        row -> JsonLines.entry(EntryRow.of(row)));
  }

  private static int documents(DSLContext tx, CaseId caseId, OutputStream out) throws IOException {
    var sql =
        """
        select encode(d.sha256, 'hex') as document, d.name, d.media_type, d.bytes from journal.document d
         where d.sha256 in (select document from journal.entry where case_id = ?) order by d.sha256
        """;
    return lines(tx.resultQuery(sql, caseId.value()), out, JsonLines::document);
  }

  private interface Line {
    Map<String, Object> of(Record row);
  }

  private static int lines(ResultQuery<? extends Record> query, OutputStream out, Line line) throws IOException {
    int count = 0;
    try (var rows = query.fetchSize(ROWS_AT_A_TIME).fetchLazy()) {
      for (var row : rows) {
        JsonLines.write(out, line.of(row));
        count++;
      }
    }
    return count;
  }
}
