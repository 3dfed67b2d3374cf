package io.duly.einvoice;

import static io.duly.database.jooq.einvoice.Tables.ATTACHMENT;
import static io.duly.database.jooq.einvoice.Tables.DISCOUNT;
import static io.duly.database.jooq.einvoice.Tables.E_INVOICE;
import static io.duly.database.jooq.einvoice.Tables.LINE;

import io.duly.einvoice.Entry.Booked;
import io.duly.einvoice.model.Attachment;
import io.duly.einvoice.model.Payment.Account;
import io.duly.einvoice.model.Payment.Discount;
import io.duly.einvoice.model.References.Preceding;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.journal.Sha256;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/** Keeps what an electronic document says beside what the ledger knows of it, with its attachments. */
@Component
final class DocumentRecord {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Archive archive;
  private final IdSource ids;

  DocumentRecord(Archive archive, IdSource ids) {
    this.archive = archive;
    this.ids = ids;
  }

  void keep(Entry entry, Booked booked) {
    var id = ids.next();
    document(entry, booked, id);
    var rows = new ArrayList<Query>();
    rows.addAll(lines(entry, id));
    rows.addAll(discounts(entry, id));
    rows.addAll(attachments(entry, id));
    entry.tx().batch(rows).execute();
  }

  private static void document(Entry entry, Booked booked, UUID id) {
    var claim = entry.claim();
    var invoice = claim.invoice();
    entry.tx().insertInto(E_INVOICE)
        .set(E_INVOICE.ID, id)
        .set(E_INVOICE.CREDITOR_ID, entry.creditor().id().value())
        .set(E_INVOICE.FILE_ID, entry.file())
        .set(E_INVOICE.DEBTOR_ID, booked.debtor().value())
        .set(claim.credit() ? E_INVOICE.CREDIT_NOTE_ID : E_INVOICE.INVOICE_ID, booked.ledger())
        .set(E_INVOICE.NUMBER, claim.number())
        .set(E_INVOICE.TYPE_CODE, invoice.typeCode())
        .set(E_INVOICE.KIND, kind(claim))
        .set(E_INVOICE.SYNTAX, invoice.syntax().toString())
        .set(E_INVOICE.PROFILE, invoice.profile().orElse(null))
        .set(E_INVOICE.ISSUED_ON, claim.issuedOn())
        .set(E_INVOICE.DUE_ON, entry.due().day())
        .set(E_INVOICE.DELIVERED_ON, invoice.deliveredOn().orElse(null))
        .set(E_INVOICE.CURRENCY, claim.total().currency().getCurrencyCode())
        .set(E_INVOICE.TOTAL, claim.total().minor())
        .set(E_INVOICE.PREPAID, claim.prepaid().minor())
        .set(E_INVOICE.PAYABLE, claim.payable().minor())
        .set(E_INVOICE.SELLER, entry.seller())
        .set(E_INVOICE.BUYER, invoice.buyer().called().orElseThrow())
        .set(E_INVOICE.BUYER_REFERENCE, invoice.references().buyerReference().orElse(null))
        .set(E_INVOICE.ORDER_NUMBER, invoice.references().order().orElse(null))
        .set(E_INVOICE.CONTRACT, invoice.references().contract().orElse(null))
        .set(E_INVOICE.PROJECT, invoice.references().project().orElse(null))
        .set(E_INVOICE.PAYMENT_REFERENCE, invoice.payment().reference().orElse(null))
        .set(E_INVOICE.TERMS, invoice.payment().terms().orElse(null))
        .set(E_INVOICE.ACCOUNTS, invoice.payment().accounts().stream().map(Account::number).distinct().toArray(String[]::new))
        .set(E_INVOICE.PRECEDING, invoice.references().preceding().stream().map(Preceding::number).distinct().toArray(String[]::new))
        .set(E_INVOICE.ORIGINAL, entry.original().bytes())
        .set(E_INVOICE.CONTENT, Digests.content(claim).bytes())
        .set(E_INVOICE.CLAIM, Digests.claim(claim).bytes())
        .set(E_INVOICE.TAKEN_AT, entry.by().recordedAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** A negative invoice is a credit note, whatever it is called. */
  static String kind(Claim claim) {
    return claim.credit() ? "credit_note" : claim.invoice().type().name().toLowerCase(Locale.ROOT);
  }

  private static List<Query> lines(Entry entry, UUID id) {
    var rows = new ArrayList<Query>();
    for (var line : entry.claim().invoice().lines()) {
      rows.add(entry.tx().insertInto(LINE)
          .set(LINE.DOCUMENT_ID, id)
          .set(LINE.POSITION, rows.size() + 1)
          .set(LINE.CREDITOR_ID, entry.creditor().id().value())
          .set(LINE.NUMBER, line.id().orElse(null))
          .set(LINE.TEXT, line.text())
          .set(LINE.QUANTITY, line.quantity().orElse(null))
          .set(LINE.PRICE, line.price().orElse(null))
          .set(LINE.NET, line.net().orElse(null)));
    }
    return rows;
  }

  /** Only those that say until when, and how much. */
  private static List<Query> discounts(Entry entry, UUID id) {
    var rows = new ArrayList<Query>();
    for (var discount : entry.claim().invoice().payment().discounts()) {
      until(entry, discount).ifPresent(day -> amount(entry, discount).ifPresent(amount -> rows.add(entry.tx().insertInto(DISCOUNT)
          .set(DISCOUNT.DOCUMENT_ID, id)
          .set(DISCOUNT.POSITION, rows.size() + 1)
          .set(DISCOUNT.CREDITOR_ID, entry.creditor().id().value())
          .set(DISCOUNT.UNTIL, day)
          .set(DISCOUNT.PERCENT, discount.percent().orElse(null))
          .set(DISCOUNT.AMOUNT, amount.minor()))));
    }
    return rows;
  }

  private static Optional<LocalDate> until(Entry entry, Discount discount) {
    return discount.until().or(() -> discount.days().map(days -> entry.claim().issuedOn().plusDays(days)));
  }

  private static Optional<Money> amount(Entry entry, Discount discount) {
    var payable = entry.claim().payable();
    return discount.amount()
        .or(() -> discount.percent().filter(rate -> rate.compareTo(HUNDRED) <= 0).map(rate -> discount.base().orElse(payable.major()).multiply(rate).movePointLeft(2)))
        .filter(amount -> amount.signum() > 0 && amount.compareTo(payable.major()) <= 0)
        .map(amount -> Money.rounded(amount, payable.currency()))
        .filter(Money::isPositive);
  }

  private List<Query> attachments(Entry entry, UUID id) {
    var rows = new ArrayList<Query>();
    for (var one : entry.claim().invoice().attachments()) {
      rows.add(entry.tx().insertInto(ATTACHMENT)
          .set(ATTACHMENT.DOCUMENT_ID, id)
          .set(ATTACHMENT.POSITION, rows.size() + 1)
          .set(ATTACHMENT.CREDITOR_ID, entry.creditor().id().value())
          .set(ATTACHMENT.NAME, one.name())
          .set(ATTACHMENT.MEDIA_TYPE, one.mime())
          .set(ATTACHMENT.ARCHIVED, archived(entry, one).map(Sha256::bytes).orElse(null))
          .set(ATTACHMENT.LINK, one.link().orElse(null)));
    }
    return rows;
  }

  private Optional<Sha256> archived(Entry entry, Attachment one) {
    return one.bytes().map(bytes -> archive.keep(entry.tx(), entry.creditor().id(), new Document(one.name(), mediaType(one), bytes, ""), entry.by().recordedAt()));
  }

  private static String mediaType(Attachment one) {
    return one.mime().matches("[\\w.+-]+/[\\w.+-]+") ? one.mime() : "application/octet-stream";
  }
}
