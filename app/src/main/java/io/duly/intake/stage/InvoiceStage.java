package io.duly.intake.stage;

import io.duly.intake.rows.InvoiceRow;
import io.duly.kernel.IdSource;
import io.duly.matching.Discount;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes invoices and credit notes of a list of invoices into their temporary table. */
public final class InvoiceStage {
  private final Staging staging;
  private final IdSource ids;

  public InvoiceStage(Staging staging, IdSource ids) {
    this.staging = staging;
    this.ids = ids;
  }

  public void add(UUID creditor, InvoiceRow row) throws SQLException {
    boolean paid = row.settledOn().isPresent() || row.open().filter(open -> open < row.gross()).isPresent();
    DebtorColumns.write(staging.row(), row.line(), creditor, row.debtor())
        .uuid(ids.next())
        .text(row.number())
        .bool(row.creditNote())
        .text(row.currency())
        .int8(row.gross())
        .int8(row.tax().filter(tax -> tax <= row.gross()).orElse(null))
        .int8(row.open().map(open -> Math.clamp(open, 0, row.gross())).orElse(null))
        .date(row.issuedOn())
        .date(row.deliveredOn().orElse(null))
        .date(row.dueOn())
        .text(row.orderNumber().orElse(null))
        .text(row.paymentReference().orElse(null))
        .text(row.terms().orElse(null))
        .date(settled(row))
        .bool(row.disputed())
        .text(row.disputeReason().orElse(null))
        .text(row.creditNote() ? row.corrects().orElse(null) : null)
        .uuid(paid ? ids.next() : null)
        .uuid(paid || row.creditNote() ? ids.next() : null)
        .uuid(row.disputed() ? ids.next() : null)
        .date(row.discount().map(Discount::until).orElse(null))
        .int8(row.discount().map(less -> less.amount().minor()).orElse(null));
  }

  /** Money for an invoice counts from its issue on at the earliest. */
  private static @Nullable LocalDate settled(InvoiceRow row) {
    return row.settledOn().map(day -> day.isBefore(row.issuedOn()) ? row.issuedOn() : day).orElse(null);
  }
}
