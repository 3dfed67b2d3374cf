package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An invoice that came with its lines is contested line by line. */
@Tag("P09")
@Tag("P26")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalLinesTest {
  private DebtorsDoor door;
  private Visitor hotel;
  private String wrong;

  @BeforeAll
  void open() {
    door = new DebtorsDoor();
    door.desk.database.execute(
        "insert into journal.document (sha256, bytes, media_type, name, archived_at) values (sha256('<i/>'), '<i/>', 'application/xml', 'x.xml', now())",
        """
        insert into intake.file (id, creditor_id, sha256, name, kind, format, imported_at, imported_by, rows, imported, duplicates, quarantined)
        select '00000000-0000-0000-0099-000000000001', creditor_id, sha256('<i/>'), 'x', 'einvoice', 'ubl', now(), 'duly', 1, 1, 0, 0 from ledger.invoice where number = 'RE-10842'
        """,
        """
        insert into einvoice.e_invoice (id, creditor_id, file_id, debtor_id, invoice_id, number, type_code, kind, syntax, issued_on, due_on, currency, total,
            prepaid, payable, seller, buyer, original, content, claim, taken_at)
        select '00000000-0000-0000-0099-000000000002', creditor_id, '00000000-0000-0000-0099-000000000001', debtor_id, id, number, '380', 'invoice', 'ubl', issued_on, due_on, 'EUR', gross, 0, gross,
            'B', 'K', sha256('<i/>'), sha256('1'), sha256('2'), now() from ledger.invoice where number = 'RE-10842'
        """,
        """
        insert into einvoice.line (document_id, position, creditor_id, text, quantity, net)
        select e.id, l.n, e.creditor_id, l.t, 1, l.a from einvoice.e_invoice e, (values (1, 'Chairs <b>oak</b>', 500.00), (2, 'Tables', 224.71), (3, 'Thank you', 0)) l (n, t, a)
        """);
    door.send();
    hotel = door.in(door.link(door.one("select email from parties.debtor where name = 'Hotel Seeblick GmbH'")));
    hotel.post("/d", "/d/language", Map.of("in", "en"));
    wrong = "/d/invoices/" + door.one("select id from ledger.invoice where number = 'RE-10842'") + "/wrong";
  }

  @AfterAll
  void close() {
    hotel.close();
    door.close();
  }

  @Test
  void theLinesThatCostSomethingAreShownWithWhatTheyMakeOfTheInvoiceAndOnlyThatIsContested() {
    var page = Jsoup.parse(hotel.get(wrong).body());
    assertThat(page.select("fieldset label").eachText().stream().map(text -> text.replace('\u00A0', ' ')).toList()).containsExactly("Chairs <b>oak</b> €595.00", "Tables €267.40");
    var without = hotel.post(wrong, wrong, Map.of("line", "1", "words", ""));
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(without.body()).select("input[name=line][checked]").eachAttr("value")).as("nothing is typed twice").containsExactly("1");
    hotel.post(wrong, wrong, Map.of("line", "1", "words", "Two broke at once.", "reason", "goods_defective"));
    assertThat(door.one("select amount, why from cases.dispute where recorded_by = 'debtor:portal'")).isEqualTo("59500,Line 1 (Chairs <b>oak</b>): Two broke at once.");
  }
}
