package io.duly.journal;

import io.duly.kernel.CaseId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What a walk along the entries cannot see: heads without entries, documents that are missing or altered. */
final class Leftovers {
  private static final String HEADS_WITHOUT_ENTRIES =
      """
      select c.case_id, 1, 'removed' from journal.chain c
       where not exists (select from journal.entry e where e.case_id = c.case_id) order by 1
      """;

  private static final String DOCUMENTS =
      """
      with altered as (select sha256 from journal.document where sha256(bytes) <> sha256),
      named as (
        select e.case_id, e.seq, e.document,
               case when a.sha256 is null then 'document missing' else 'document altered' end as what
          from journal.entry e left join journal.document d on d.sha256 = e.document
          left join altered a on a.sha256 = e.document
         where e.document is not null and (d.sha256 is null or a.sha256 is not null))
      select case_id, seq, what from named
      union all
      select null, 0, 'document altered' from altered a
       where not exists (select from named n where n.document = a.sha256)
      order by 1, 2
      """;

  private Leftovers() {}

  static Verified check(Connection connection) throws SQLException {
    var heads = count(connection, HEADS_WITHOUT_ENTRIES);
    var cases = new Verified(heads.wrong(), 0, heads.wrong(), heads.firstWrong());
    return cases.plus(count(connection, DOCUMENTS));
  }

  static Verified count(Connection connection, String sql) throws SQLException {
    long wrong = 0;
    Optional<WrongEntry> first = Optional.empty();
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(1000);
      try (var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          wrong++;
          first = first.isPresent() ? first : Optional.of(wrongEntry(rows));
        }
      }
    }
    return new Verified(0, 0, wrong, first);
  }

  private static WrongEntry wrongEntry(ResultSet row) throws SQLException {
    var caseId = Optional.ofNullable(row.getObject(1, UUID.class)).map(CaseId::new);
    return new WrongEntry(caseId, row.getInt(2), row.getString(3));
  }
}
