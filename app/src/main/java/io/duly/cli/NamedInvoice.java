package io.duly.cli;

import io.duly.kernel.InvoiceId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The invoice that a command is about. */
final class NamedInvoice {
  @Parameters(index = "0", paramLabel = "INVOICE", description = "Number of the invoice.")
  private String number;

  @Option(names = "--creditor", description = "Whose invoice, where several creditors have one of that number.")
  private @Nullable String creditor;

  String number() {
    return number;
  }

  /** @throws CannotDo where there is none, or several */
  InvoiceId in(Facades application, DSLContext tx) {
    return new InvoiceNumber(number, Optional.ofNullable(creditor)).in(application, tx);
  }
}
