package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** SQL under the role of signed-in people, walked over the whole catalogue: what is another creditor's is neither read nor written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class RowSecurityTest {
  /** Tables that the role reads without row security, each with the reason why nothing of a creditor can be in them. */
  private static final Map<String, String> OPEN =
      Map.of(
          "correspondence.server_pace", "mail servers and when each may be used again",
          "cycle.day", "that a day was run, and when",
          "cycle.chunk", "parts of a day's run: two ids without names, and how many cases they held");

  private Desk desk;

  @BeforeAll
  void open() throws java.sql.SQLException {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false", "duly.intake.by-itself=false");
    Busy.with(desk, desk.person("mia", Role.MANAGER), "Brennan & Co Ltd", Portfolio.BRIGHTWELL);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private static final String TABLES =
      """
      select c.oid::regclass::text as name, c.relrowsecurity as secured, has_table_privilege('duly_desk', c.oid, 'select') as read,
             has_table_privilege('duly_desk', c.oid, 'insert, update, delete, truncate') or has_any_column_privilege('duly_desk', c.oid, 'insert, update') as written,
             exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'creditor_id' and not a.attisdropped) as of_creditors
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^(pg_|information_schema|ext)' order by 1
      """;

  /** As somebody of one creditor, with the rights of the desk. */
  private <T> T asOneOf(String creditor, java.util.function.Function<DSLContext, T> work) {
    return desk.database.ask(tx -> tx.transactionResult(inside -> {
      var dsl = inside.dsl();
      var id = dsl.fetchSingle("select id from parties.creditor where name = ?", creditor).get(0, UUID.class);
      dsl.fetch("select set_config('duly.scope', ?::uuid[]::text, true), set_config('duly.eyes', 'house', true), set_config('role', 'duly_desk', true)", (Object) new UUID[] {id});
      return work.apply(dsl);
    }));
  }

  @Test
  void eachTableThatPeopleReadIsUnderRowSecurityOrOnTheListWithAReason() {
    var open = desk.database.<List<String>>ask(tx -> tx.fetch(TABLES).stream().filter(row -> row.get("read", Boolean.class) && !row.get("secured", Boolean.class)).map(row -> row.get(0, String.class)).toList());
    assertThat(new TreeSet<>(open)).isEqualTo(new TreeSet<>(OPEN.keySet()));
  }

  @Test
  void peopleWriteNoTableWithTheirOwnRights() {
    var written = desk.database.<List<String>>ask(tx -> tx.fetch(TABLES).stream().filter(row -> row.get("written", Boolean.class)).map(row -> row.get(0, String.class)).toList());
    assertThat(written).isEmpty();
  }

  @Test
  void noRowOfAnotherCreditorIsReadFromAnyTable() {
    var names = desk.database.<List<String>>ask(tx -> tx.fetch(TABLES).stream().filter(row -> row.get("of_creditors", Boolean.class) && row.get("read", Boolean.class)).map(row -> row.get(0, String.class)).toList());
    var there = new TreeMap<String, Long>();
    for (var name : names) {
      var sql = "select count(*) from " + name + " where creditor_id = (select id from parties.creditor where name = ?)";
      there.put(name, desk.database.<Long>ask(tx -> tx.fetchSingle(sql, Portfolio.BRIGHTWELL).get(0, Long.class)));
    }
    assertThat(there.values().stream().filter(rows -> rows > 0).count()).as("tables in which there is something to be seen: %s", there).isGreaterThan(20);
    asOneOf(Portfolio.NORDWIND, tx -> {
      for (var name : names) {
        var others = tx.fetchSingle("select count(*) from " + name + " where creditor_id <> all (identity.scope())").get(0, Long.class);
        assertThat(others).as(name).isZero();
      }
      assertThat(tx.fetchSingle("select count(*) from parties.creditor").get(0, Long.class)).isOne();
      return 0;
    });
  }

  /** What a function with its owner's rights answers is not under row security: each is named here, with what keeps it in scope. */
  @Test
  void eachFunctionThatPassesByRowSecurityKeepsTheScopeItself() {
    var functions = desk.database.<List<String>>ask(tx -> tx.fetch(
            "select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype"
                + " and has_function_privilege('duly_desk', p.oid, 'execute') and n.nspname !~ '^(pg_|information_schema|ext)' order by 1")
        .getValues(0, String.class));
    assertThat(functions).containsExactlyInAnyOrder(
        "calls.caller(uuid)", // a name of ours, for a call that is seen
        "hardship.may_read(uuid,text)", // yes or no, about who asks; the row itself keeps the scope
        "journal.documents_in_scope(text,integer)", "journal.search_in_scope(text,integer)", "ledger.search_in_scope(text,integer)", "parties.search_in_scope(text,integer)");
    asOneOf(Portfolio.NORDWIND, tx -> {
      assertThat(tx.fetch("select * from parties.search_in_scope('brennan', 20)")).isEmpty();
      assertThat(tx.fetch("select * from ledger.search_in_scope('INV-22', 20)")).isEmpty();
      assertThat(tx.fetch("select * from journal.search_in_scope('zebra', 20)")).isEmpty();
      return 0;
    });
    asOneOf(Portfolio.BRIGHTWELL, tx -> {
      assertThat(tx.fetch("select * from journal.search_in_scope('zebra', 20)")).isNotEmpty();
      return 0;
    });
  }

  @Test
  void aClientSeesNothingThatIsTheHouses() {
    asOneOf(Portfolio.BRIGHTWELL, tx -> {
      tx.fetch("select set_config('duly.eyes', 'client', true)");
      for (var name : List.of("calls.call", "calls.draft", "calls.plan_line", "calls.money_looked", "cases.task", "cases.reason", "cases.hold", "cases.claim", "cycle.decision", "correspondence.reply", "hardship.space", "hardship.telling")) {
        assertThat(tx.fetchSingle("select count(*) from " + name).get(0, Long.class)).as(name).isZero();
      }
      assertThat(tx.fetchSingle("select count(*) from journal.entry where summary like '%zebra%'").get(0, Long.class)).isZero();
      return 0;
    });
  }
}
