package io.duly.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a file of electronic invoices said and brought.
 *
 * @param each its documents, in the order of the file
 */
public record EInvoicesIn(List<One> each) {

  /**
   * One document. Amounts are in major units of {@code currency}.
   *
   * @param type {@code invoice}, {@code creditNote}, {@code correction}, {@code prepayment}, {@code selfBilled}
   * @param outcome {@code taken}, {@code known}, {@code setAside}
   * @param total with tax and rounding; of it {@code payable} is what was asked for when it came
   * @param invalidBy how many findings make it invalid by the rules it follows
   * @param attachments how many came along
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record One(
      String number,
      String type,
      String outcome,
      String seller,
      String buyer,
      LocalDate issuedOn,
      LocalDate dueOn,
      String currency,
      String total,
      String payable,
      Optional<String> paymentReference,
      long invalidBy,
      int attachments) {}

  public EInvoicesIn {
    each = List.copyOf(each);
  }
}
