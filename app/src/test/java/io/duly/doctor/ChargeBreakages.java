package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;

/** For each check of charges a way to break the world that it alone sees. */
final class ChargeBreakages {
  private static final String CHARGE = "'cccccccc-0000-0000-0000-000000000001'";
  private static final String OTHER = "'cccccccc-0000-0000-0000-000000000002'";
  private static final String POSTING = "'cccccccc-0000-0000-0000-000000000003'";

  private ChargeBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("charge-basis", charge(CHARGE, "late_fee", "EUR", "2026-03-01", "TERMS-1", "[]")),
        seenBy(
            "charge-basis",
            charge(CHARGE, "late_fee", "EUR", "2026-03-01", "TERMS-1", "[]"),
            "update ledger.charge set terms_id = gen_random_uuid()"),
        seenBy("charge-fits", charge(CHARGE, "interest", "USD", "2026-03-01", "X", "[]")),
        seenBy("charge-fits", charge(CHARGE, "interest", "EUR", "2026-02-28", "X", "[]")),
        seenBy(
            "interest-overlap",
            "alter table ledger.charge drop constraint interest_once",
            "create index interest_once on ledger.charge (id)",
            charge(CHARGE, "interest", "EUR", "2026-03-01", "X", "[]"),
            charge(OTHER, "interest", "EUR", "2026-03-01", "X", "[]")),
        seenBy(
            "fixed-sum-once",
            "drop index ledger.fixed_charge_once",
            "create index fixed_charge_once on ledger.charge (id)",
            charge(CHARGE, "compensation", "EUR", "2026-03-01", "X", "[]"),
            charge(OTHER, "compensation", "EUR", "2026-03-02", "X", "[]")),
        seenBy("interest-simple", charge(CHARGE, "interest", "EUR", "2026-03-01", "X", "[{\"amount\":\"100.01\"}]")),
        seenBy(
            "charge-bounds",
            charge(CHARGE, "compensation", "EUR", "2026-03-01", "X", "[]"),
            posting(POSTING, 501, "2026-03-02", "null")),
        seenBy(
            "charge-marks",
            charge(CHARGE, "compensation", "EUR", "2026-03-01", "X", "[]"),
            "update ledger.charge set settled_on = '2026-03-02'"),
        seenBy(
            "charge-marks",
            charge(CHARGE, "compensation", "EUR", "2026-03-01", "X", "[]"),
            posting(POSTING, 500, "2026-03-02", "null")),
        seenBy(
            "charge-postings",
            charge(CHARGE, "compensation", "EUR", "2026-03-01", "X", "[]"),
            posting(POSTING, 100, "2026-02-28", "null")),
        seenBy(
            "charge-reversals",
            charge(CHARGE, "compensation", "EUR", "2026-03-01", "X", "[]"),
            posting(POSTING, 100, "2026-03-02", "null"),
            posting("gen_random_uuid()", -99, "2026-03-02", POSTING)),
        seenBy("charge-guard", "alter table ledger.charge_posting disable trigger hold_charge_balances"),
        seenBy("charge-guard", "alter table ledger.charge drop constraint interest_once"));
  }

  /** Five euros on invoice A1, which was due on 28 February. */
  private static String charge(String id, String kind, String currency, String day, String rule, String lines) {
    return """
        insert into ledger.charge (id, creditor_id, debtor_id, invoice_id, kind, currency, amount, from_day, to_day, rule, statute,
          section, source, computed, lines, posted_on, actor)
        values (%s, $Brightwell, $alder, $invoiceA1, '%s', '%s', 500, '%s', '%s', '%s', 'Act', 's. 1', 'a book', 'so much', '%s', '%s', 'duly')
        """
        .formatted(id, kind, currency, day, day, rule, lines, day);
  }

  private static String posting(String id, long amount, String day, String reverses) {
    return """
        insert into ledger.charge_posting (id, creditor_id, debtor_id, charge_id, currency, kind, amount, effective_on, actor, why, reverses_id)
        values (%s, $Brightwell, $alder, %s, 'EUR', 'waiver', %d, '%s', 'duly', 'x', %s)
        """
        .formatted(id, CHARGE, amount, day, reverses);
  }
}
