package io.duly.parties;

import static io.duly.database.jooq.parties.Tables.ACCEPTANCE;
import static io.duly.database.jooq.parties.Tables.TERMS;

import io.duly.database.jooq.parties.tables.records.AcceptanceRecord;
import io.duly.journal.Sha256;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;

/** Terms and acceptances as the tables hold them. */
final class TermsRow {
  private TermsRow() {}

  static AcceptanceRecord of(UUID id, CreditorId creditor, Acceptance acceptance) {
    var row = new AcceptanceRecord();
    row.setId(id);
    row.setCreditorId(creditor.value());
    row.setDebtorId(acceptance.debtor().value());
    row.setTermsId(acceptance.terms());
    row.setAcceptedOn(acceptance.acceptedOn());
    row.setAcceptedBy(acceptance.acceptedBy());
    row.setAct(acceptance.act().name().toLowerCase(Locale.ROOT));
    acceptance.document().ifPresent(sha -> row.setDocument(sha.bytes()));
    return row;
  }

  static TermsVersion terms(Record row) {
    return new TermsVersion(
        row.get(TERMS.ID),
        new CreditorId(row.get(TERMS.CREDITOR_ID)),
        row.get(TERMS.VERSION),
        row.get(TERMS.VALID_FROM),
        Optional.ofNullable(row.get(TERMS.PAYMENT_DAYS)),
        Optional.ofNullable(row.get(TERMS.INTEREST)),
        Optional.ofNullable(row.get(TERMS.LATE_FEE)),
        Optional.ofNullable(row.get(TERMS.COLLECTION_COSTS)),
        Optional.ofNullable(row.get(TERMS.JURISDICTION)),
        Optional.ofNullable(row.get(TERMS.DOCUMENT)).map(Sha256::ofDigest));
  }

  static Acceptance acceptance(Record row) {
    return new Acceptance(
        new DebtorId(row.get(ACCEPTANCE.DEBTOR_ID)),
        row.get(ACCEPTANCE.TERMS_ID),
        row.get(ACCEPTANCE.ACCEPTED_ON),
        row.get(ACCEPTANCE.ACCEPTED_BY),
        Acceptance.Act.valueOf(row.get(ACCEPTANCE.ACT).toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.get(ACCEPTANCE.DOCUMENT)).map(Sha256::ofDigest));
  }
}
